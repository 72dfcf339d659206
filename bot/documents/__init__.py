"""Pages to print and keep, and pictures: what a sheet holds as a value, and typst that sets it."""

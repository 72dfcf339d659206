"""Five questions at the beginning and at the end of a unit: each student sees how their own answers changed."""

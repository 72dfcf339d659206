"""A school is told a few numbers of a half-year that is over, after its teachers have seen them."""

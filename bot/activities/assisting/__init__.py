"""What an aide and an observer see of a class: each no more than the table of rights says."""

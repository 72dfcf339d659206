"""A teacher takes the record of a class out: as a workbook, and as plain tables."""

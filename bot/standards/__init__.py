"""What a teacher brings in a file: tables as CSV, and standards as CASE packages."""

"""After a contract a teacher decides how much its student chooses in the next one."""

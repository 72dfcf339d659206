"""A menu of activities: teachers share them, and a student makes one their own."""

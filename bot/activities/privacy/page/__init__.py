"""What is held about one person, as a page that can be read."""

"""What people do with Accord, a room for each: use cases, what they read, what is said of it, and its forms."""

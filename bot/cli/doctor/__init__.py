"""What whoever runs the server wants to know when something does not work."""

"""Check-ins: when they come, what is answered, what the teachers see, and what can be taken back."""

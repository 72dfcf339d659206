"""What a class must learn: its teachers bring the standards, and targets name those that they serve."""

"""A class gets its Accord: who teaches, who learns, what the class fixes."""

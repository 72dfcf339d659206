"""A teacher holds a lesson about contracts: a script in steps, prompts to pick from, and an exit ticket."""

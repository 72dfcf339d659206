"""Who comes into a class channel: members of the workspace, guests, people of other organisations."""

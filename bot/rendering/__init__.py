"""Notice and current state in, Block Kit out. Pure."""

"""The teachers decide on a proposal, and both sides talk about it until they sign the same version."""

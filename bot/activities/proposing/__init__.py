"""A student drafts a proposal in a guided conversation."""

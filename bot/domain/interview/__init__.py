"""The guided conversation in which a student drafts a proposal."""

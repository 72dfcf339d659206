"""The guided conversation in which a student drafts a proposal.

`table.TABLE` is its one list of steps. The question to ask is derived from the draft, so there is no other
state: see `flow.current`.
"""

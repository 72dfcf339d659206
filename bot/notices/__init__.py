"""Everything Accord may say to somebody, as typed values: what to say, never how.

A notice holds ids only. Beside it stands its brief: the state that rendering needs, read when the notice is
sent, so that a retry never sends stale text.
"""

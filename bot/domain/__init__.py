"""The rules of learning contracts: pure Python. No Slack, no SQL, no clock, no I/O."""

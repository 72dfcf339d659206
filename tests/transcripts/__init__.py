"""Conversations with the facts that they must lead to, played over the real protocol.

    .venv/bin/python -m tests.transcripts FILE_OR_FOLDER…

README.md beside this file says what a file holds. `loading` reads it, `scenes` prepares what has happened before,
`steps` lets people act, `facts` and `watching` say what came of it, `playing` goes through one conversation.
"""

"""Slack's text and the parts of blocks that nobody can press, as HTML. Pure.

Everything is built with `markupsafe`: a plain string that is put into markup is escaped, whatever it holds. So what
somebody typed can not become HTML.
"""

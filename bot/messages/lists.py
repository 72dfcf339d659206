"""Several names in one sentence."""

from collections.abc import Sequence

from prompts.words import Words


def joined(words: Words, names: Sequence[str]) -> str:
    """ "Ms Lee, Mr Bell and Mx Fox", in the reader's language."""
    if len(names) < 2:
        return "".join(names)
    return words("list-and", first=", ".join(names[:-1]), last=names[-1])

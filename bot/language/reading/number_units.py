"""The tokens around a number, and the unit that is read from them."""

from collections.abc import Sequence

from bot.language.reading.number_tokens import Token, Words

_MAX_UNIT_WORDS = 4


class TokenRow:
    """Tokens by index, with the words of their language."""

    def __init__(self, tokens: Sequence[Token], words: Words) -> None:
        self.tokens = tokens
        self.texts = [token.text for token in tokens]
        self.words = words

    def word(self, index: int) -> str:
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def is_a(self, index: int, kind: str) -> bool:
        return 0 <= index < len(self.texts) and self.texts[index] in self.words.groups[kind]

    def adjacent(self, index: int) -> bool:
        """Whether the token follows the one before it without a space."""
        return 0 < index < len(self.tokens) and self.tokens[index - 1].end == self.tokens[index].start

    def unit_at(self, index: int) -> str:
        """The noun behind a number: up to three words, the last of them a plural, or else one or two."""
        if self.is_a(index, "percent"):
            return "%"
        if self.word(index) == "-" and self.adjacent(index) and self.adjacent(index + 1):
            return self.word(index + 1) if self.is_unit_word(index + 1) else ""
        index += self.is_a(index, "adjective")
        parts, index = self.unit_words(index)
        if parts and self.is_a(index, "per") and self.is_unit_word(index + 1):
            parts += ["per", self.word(index + 1)]
        return " ".join(parts)

    def unit_words(self, index: int) -> tuple[list[str], int]:
        """The words of a unit, and the index behind them."""
        parts: list[str] = []
        ends: list[int] = []
        while len(parts) < _MAX_UNIT_WORDS and self.is_unit_word(index):
            word, index = self.hyphenated(index)
            parts.append(word)
            ends.append(index)
            if self.is_plural(word) or self.is_a(index - 1, "measure"):
                return parts, index
        kept = min(len(parts), 2)
        if kept == 1 and parts[0].endswith(tuple(self.words.groups["participle"])):
            kept = 0
        return parts[:kept], ends[kept - 1] if kept else index

    def is_plural(self, word: str) -> bool:
        return word.endswith("s") and not word.endswith(tuple(self.words.groups["singular"]))

    def hyphenated(self, index: int) -> tuple[str, int]:
        """ "push-ups" is one word."""
        word, at = self.word(index), index + 1
        while self.word(at) == "-" and self.adjacent(at) and self.adjacent(at + 1) and self.word(at + 1)[:1].isalpha():
            word, at = f"{word}-{self.word(at + 1)}", at + 2
        return word, at

    def is_unit_word(self, index: int) -> bool:
        text = self.word(index)
        return (
            text[:1].isalpha()
            and "'" not in text
            and not self.is_a(index, "not_unit")
            and not self.words.is_number(text)
        )

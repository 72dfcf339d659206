"""The form in which a student asks a classmate, and the one in which the classmate writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.activities.evidence.messages import LABEL_MOST
from bot.activities.peers.messages import PeerBrief
from bot.domain.evidence import Piece
from bot.domain.peers import PEER_WORDS_MOST, PeerWords, next_field, works_field
from bot.messages import forms
from bot.messages.blocks import Block, bullets, cut, say
from prompts.words import Words

FORM, WRITE = "peers.ask", "peers.write"
SIGN_MOST = 300


@dataclass(frozen=True, slots=True)
class PeerForm:
    """What it starts with: the pieces that can be shown, newest first, and the classmates by user id and name."""

    contract: int
    pieces: Sequence[Piece]
    classmates: Sequence[tuple[str, str]]


def ask_form(words: Words, form: PeerForm) -> dict[str, Any]:
    """The contract travels as metadata and is checked again."""
    pieces = [forms.option(cut(piece.name, LABEL_MOST), str(piece.id)) for piece in form.pieces]
    peers = [forms.option(cut(name, LABEL_MOST), user) for user, name in form.classmates[: forms.OPTIONS_MOST]]
    sees = [words.pieces(f"peers-ask-{what}") for what in ("they", "not", "you", "teachers")]
    chosen = [pieces[0]["value"]] if len(pieces) == 1 else []
    blocks = [
        forms.field(words, "piece", forms.choice("static_select", pieces, chosen), key="peers-ask-piece"),
        forms.field(words, "peer", forms.choice("static_select", peers), key="peers-ask-peer"),
        say(words, "peers-ask-sees"),
        bullets(*sees),
    ]
    return forms.modal(words, FORM, blocks, metadata=str(form.contract))


def write_form(words: Words, brief: PeerBrief) -> dict[str, Any]:
    look = brief.look
    blocks = [say(words, "peers-write", student=brief.student)]
    for place, sign in enumerate(look.signs):
        before = look.answers[place] if place < len(look.answers) else PeerWords()
        blocks += [
            say(words, "peers-sign", sign=cut(sign, SIGN_MOST)),
            _field(words, works_field(place), "peers-works", before.works),
            _field(words, next_field(place), "peers-next", before.next),
        ]
    return forms.modal(words, WRITE, blocks, metadata=str(look.id))


def _field(words: Words, name: str, key: str, before: str) -> Block:
    element = forms.text(before, lines=True, most=PEER_WORDS_MOST)
    return forms.field(words, name, element, key=key, optional=True)

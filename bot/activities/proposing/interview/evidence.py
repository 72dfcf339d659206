"""What shows that it worked: one of the forms, with the student's own words where they say more than its name."""

from bot.activities.proposing.interview.draft import Place, Step
from bot.domain.actor import Refusal
from bot.domain.seen import clean
from bot.domain.terms import FILES, OFFERED, EvidenceForm
from bot.language import typed

WORDS = "evidence_words"
"""What a side wrote in the form of terms is kept beside the answers: no question asks for it."""
_FORMS = tuple(form.value for form in OFFERED)
_RETIRED = tuple(sorted(form.value for form in FILES))


def words(place: Place) -> str:
    """What is said of the form; "" where its name says all."""
    own = clean(place.typed("evidence"))
    if place.mine("evidence") != EvidenceForm.OTHER and not typed.says_more(own, "evidence"):
        own = ""
    return own or place.mine(WORDS) or ""


def _read(text: str, place: Place) -> str:
    """A form named in the reply; what names none that is offered is a form of its own: "a video of my talk"."""
    reply = typed.words(text)
    if typed.choice(reply, "something_else"):
        raise Refusal("evidence-in-words")
    named = typed.mentioned(reply, "evidence")
    return named if named in _FORMS else EvidenceForm.OTHER.value


def _pick(option: str, place: Place) -> str:
    if option == EvidenceForm.OTHER:
        raise Refusal("evidence-in-words")
    return option


EVIDENCE = Step(
    "evidence",
    6,
    _read,
    per_target=True,
    options=lambda place: _FORMS,
    retired=_RETIRED,
    pick=_pick,
    drops=(WORDS,),
)

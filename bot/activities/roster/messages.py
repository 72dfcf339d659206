"""A class list as a teacher sees it: what was found, what would change, and the forms that say who is who."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.domain.outbox import Message
from bot.domain.roster import FileClass, FileFault, Matched, Roster, RosterState
from bot.messages import forms
from bot.messages.blocks import Block, actions, bullets, button, cut, header, joined, say, small
from bot.messages.registry import Notice, Reader, message
from prompts.words import SentencePiece, Words

OPEN, WHICH, DROP = "roster.open", "roster.open_which", "roster.drop"
CONFIRM, CHOOSE = "roster.confirm", "roster.which"
NAMES_MOST = 400
FAULTS_SHOWN = 8
BY_HAND_MOST = 40
"""So many people are found by hand in one form; the list can be sent again for the rest."""
OPTIONS_MOST = 100
LABEL_MOST = 70


@dataclass(frozen=True, slots=True)
class RosterHow(Notice):
    """To a teacher: how a class list is brought in."""


@dataclass(frozen=True, slots=True)
class RosterSeen(Notice):
    """To the teacher who sent a class list: how it stands. A card."""

    roster: int

    @property
    def subject(self) -> str:
        return subject_of(self.roster)


def subject_of(roster: int) -> str:
    return f"roster:{roster}"


@dataclass(frozen=True, slots=True)
class RosterBrief:
    """A list, and what would change by it. Names, save of `roster`; `absent` are in the class, and not in its
    channel; `beside` are in the class, and not on the list."""

    roster: Roster
    classroom: str = ""
    coming: tuple[str, ...] = ()
    here: int = 0
    absent: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    term_ends_on: date | None = None
    """The last day of the term as the list says it, where that is another one."""
    term_now: date | None = None

    @property
    def changes_nothing(self) -> bool:
        return not (self.coming or self.roster.to_choose or self.term_ends_on)


@dataclass(frozen=True, slots=True)
class WhichForm:
    """What the form starts with: the classes that the teacher has, and those of the file; each empty where it is
    known which one it is."""

    roster: int
    rooms: tuple[tuple[int, str], ...] = ()
    classes: tuple[FileClass, ...] = ()
    likely: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmForm:
    """What the form starts with. `coming` are (user, name) of those who would come into the class."""

    roster: int
    classroom: str
    coming: tuple[tuple[str, str], ...]
    to_choose: tuple[Matched, ...]
    term_ends_on: date | None = None
    term_now: date | None = None


def how(notice: RosterHow, brief: None, reader: Reader) -> Message:
    w = reader.words
    lines = [[w(f"roster-how-{kind}")] for kind in ("list", "set")]
    return message(w("roster-how"), say(w, "roster-how"), bullets(*lines), small(w("roster-how-next")))


def seen(notice: RosterSeen, brief: RosterBrief, reader: Reader) -> Message:
    """As it stands when it is shown."""
    w, state = reader.words, brief.roster.state
    if state is RosterState.READY:
        return _ready(brief, w)
    if state is RosterState.WHICH:
        about = str(brief.roster.id)
        buttons = [
            button(w("roster-which-button"), WHICH, about, style="primary"),
            button(w("roster-drop-button"), DROP, about),
        ]
        return message(w("roster-which"), say(w, "roster-which"), actions(buttons), small(w("roster-nothing-yet")))
    if state is RosterState.REFUSED:
        why = w(f"roster-unread-{brief.roster.why}")
        return message(
            w("roster-refused"), say(w, "roster-refused"), say(w, f"roster-unread-{brief.roster.why}", why=why)
        )
    if state is RosterState.DONE:
        return _done(brief, w)
    key = f"roster-state-{state.value}"
    return message(w(key, classroom=brief.classroom), say(w, key, classroom=brief.classroom))


def _ready(brief: RosterBrief, w: Words) -> Message:
    roster = brief.roster
    doubtful = sum(bool(one.candidates) for one in roster.to_choose)
    counts = {"found": len(roster.found), "choose": doubtful, "nobody": len(roster.to_choose) - doubtful}
    title = w("roster-title", classroom=brief.classroom)
    about = str(roster.id)
    if brief.changes_nothing:
        buttons = [button(w("roster-drop-button"), DROP, about)]
    else:
        buttons = [
            button(w("roster-open-button"), OPEN, about, style="primary"),
            button(w("roster-drop-button"), DROP, about),
        ]
    return message(
        title,
        header(title),
        say(w, "roster-counts", **counts),
        bullets(*_changes(brief, w)),
        *_faults(roster, w),
        actions(buttons),
        small(w("roster-nothing-yet"), *([] if roster.by_email else [w("roster-no-emails")])),
    )


def _changes(brief: RosterBrief, w: Words) -> list[list[SentencePiece]]:
    """A line for each thing that is, or would be."""
    lines: list[list[SentencePiece]] = []
    groups = {"roster-coming": brief.coming, "roster-absent": brief.absent, "roster-beside": brief.beside}
    if brief.here:
        lines.append([w("roster-here", count=brief.here)])
    for key, names in groups.items():
        if names:
            lines.append(w.pieces(key, count=len(names), names=_names(w, names)))
    teachers = [one.name for one in brief.roster.people if one.side == "teacher"]
    if teachers:
        lines.append(w.pieces("roster-teachers", names=_names(w, teachers)))
    if brief.term_ends_on is not None and brief.term_now is not None:
        lines.append([w("roster-term", date=brief.term_ends_on, now=brief.term_now)])
    if brief.changes_nothing:
        lines.append([w("roster-no-change")])
    return lines


def _names(w: Words, names: Sequence[str]) -> str:
    return cut(joined(w, list(names)), NAMES_MOST)


_OF_FORM = frozenset({"header", "no-header", "date"})
"""Faults by which nobody is missing: they stand last."""


def _faults(roster: Roster, w: Words) -> list[Block]:
    if not roster.faults:
        return []
    total = sum(fault.lines for fault in roster.faults) + roster.more_faults
    ordered = sorted(roster.faults, key=lambda fault: fault.key in _OF_FORM)
    shown = [fault_line(fault, w) for fault in ordered[:FAULTS_SHOWN]]
    rest = len(roster.faults) - len(shown) + roster.more_faults
    more = [small(w("roster-faults-more", count=rest))] if rest else []
    return [say(w, "roster-faults", count=total), bullets(*shown), *more]


def fault_line(fault: FileFault, w: Words) -> list[SentencePiece]:
    """ "users.csv, line 7: no name and no address"."""
    key = "roster-fault-lines" if fault.lines > 1 else "roster-fault-line"
    what = w(f"roster-fault-{fault.key}", what=fault.what)
    return w.pieces(key, file=fault.file, line=fault.line, more=fault.lines - 1, what=what)


def _done(brief: RosterBrief, w: Words) -> Message:
    count, names = brief.roster.added, {"classroom": brief.classroom}
    lines = [w.pieces("roster-invite", count=len(brief.absent), names=_names(w, brief.absent))] if brief.absent else []
    return message(
        w("roster-done", count=count, **names),
        say(w, "roster-done", count=count, **names),
        *([bullets(*lines)] if lines else []),
        small(w("roster-done-next")),
    )


# The forms.


def which_form(words: Words, form: WhichForm) -> dict[str, Any]:
    blocks: list[Block] = []
    if form.rooms:
        rooms = [forms.option(cut(name, LABEL_MOST), str(ident)) for ident, name in form.rooms[:OPTIONS_MOST]]
        blocks.append(forms.field(words, "room", forms.choice("static_select", rooms), key="roster-which-room"))
    if form.classes:
        options = [forms.option(_called(one, words), one.ident[:LABEL_MOST]) for one in form.classes[:OPTIONS_MOST]]
        element = forms.choice("static_select", options, [form.likely])
        blocks.append(forms.field(words, "class", element, key="roster-which-class"))
    return forms.modal(words, CHOOSE, blocks, metadata=str(form.roster))


def _called(one: FileClass, words: Words) -> str:
    return cut(words("roster-class", title=one.title or one.ident, count=one.students), LABEL_MOST)


def confirm_form(words: Words, form: ConfirmForm) -> dict[str, Any]:
    """A press on its button is the yes. What is ticked comes in; whom nobody chooses stays as they are."""
    blocks: list[Block] = [say(words, "roster-confirm", classroom=form.classroom)]
    for start in range(0, len(form.coming), OPTIONS_MOST):
        part = form.coming[start : start + OPTIONS_MOST]
        options = [forms.option(cut(name, LABEL_MOST), user) for user, name in part]
        element = forms.choice("multi_static_select", options, [user for user, _ in part])
        blocks.append(forms.field(words, f"coming_{start}", element, key="roster-confirm-coming", optional=True))
    for place, one in enumerate(form.to_choose[:BY_HAND_MOST]):
        blocks.append(_by_hand(words, place, one))
    if len(form.to_choose) > BY_HAND_MOST:
        blocks.append(small(words("roster-confirm-rest", count=len(form.to_choose) - BY_HAND_MOST)))
    if form.term_ends_on is not None and form.term_now is not None:
        label = words("roster-confirm-term-yes", date=form.term_ends_on)
        element = forms.choice("checkboxes", [forms.option(label, "yes")])
        blocks.append(forms.field(words, "term", element, key="roster-confirm-term", optional=True, now=form.term_now))
    return forms.modal(words, CONFIRM, blocks, metadata=str(form.roster))


def _by_hand(words: Words, place: int, one: Matched) -> Block:
    """Nobody is chosen ahead: a teacher who only presses the button puts nobody in who was not sure."""
    key = "roster-by-hand-perhaps" if one.perhaps else "roster-by-hand"
    perhaps = joined(words, list(one.perhaps)) if one.perhaps else ""
    args = {"person": one.name, "line": one.line, "perhaps": perhaps}
    return forms.field(words, f"person_{place}", forms.person(), key=key, optional=True, hint=True, **args)

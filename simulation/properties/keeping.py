"""Work that students hand in: seen by those for whom it is, and by nobody once it is taken back."""

from collections.abc import Iterator

from sandbox.state import Conversation, StoredFile
from simulation.evidence import Evidence, Row
from simulation.properties.reaching import came_apart
from simulation.school import School

CHOOSES = "evidence.choose"
"""How the ids begin with which somebody says for which target their work is."""


def no_file_is_seen_by_anybody_it_is_not_for(e: Evidence) -> Iterator[str]:
    """What Accord uploads stands only where those read whom it is for: a student's work with the teachers of the class
    that they meant, or chose when they were asked; what says anything that somebody wrote, with those for whom that is.
    Nothing stands in a channel.
    """
    for school in e.schools:
        _learn_for_what(e, school)
        for stored, place in _newly_seen(e, school):
            if place.kind != "im":
                yield f"{stored.id} ({stored.name}) stands in the channel {place.id}"
                continue
            reader = next(user for user in place.members if user != school.core.state.bot_user)
            words = school.mint.found_in(f"{stored.name} {stored.title} {stored.content.decode('latin-1')}")
            for word in dict.fromkeys(words):
                if not _may_see(e, school, word, reader):
                    yield f"{stored.id} ({word}) is shown to {reader}"


def _newly_seen(e: Evidence, school: School) -> Iterator[tuple[StoredFile, Conversation]]:
    """What the bot uploaded, with each conversation in which it has come to stand since this was asked last."""
    seen: set[tuple[str, str]] = e.remembered.setdefault(f"files seen in {school.team}", set())
    state = school.core.state
    for stored in state.files.values():
        if stored.user == state.bot_user:
            for channel in stored.shared_in:
                if (stored.id, channel) not in seen:
                    seen.add((stored.id, channel))
                    yield stored, state.conversations[channel]


def _may_see(e: Evidence, school: School, word: str, reader: str) -> bool:
    written = school.written.get(word)
    return written is not None and (written.is_for(reader) or came_apart(e, school, word))


def _learn_for_what(e: Evidence, school: School) -> None:
    """Somebody said for which target their work is: it is for the class of that, too."""
    key = f"for what in {school.team}"
    start = e.remembered.get(key, 0)
    envelopes = school.core.deliveries.all
    e.remembered[key] = len(envelopes)
    for payload in (one.payload for one in envelopes[start:] if one.kind == "interactive"):
        for action in payload.get("actions", ()):
            if str(action["action_id"]).startswith(CHOOSES):
                value = action.get("value") or (action.get("selected_option") or {}).get("value", "")
                _is_for(e, school, payload["user"]["id"], str(value))


def _is_for(e: Evidence, school: School, user: str, value: str) -> None:
    piece, contract, _ = (int(part) for part in value.split(":"))
    row, chosen = e.by_id("evidence").get(piece), e.by_id("contract").get(contract)
    if row is None or chosen is None or {row["student"], chosen["student"]} != {user}:
        return
    meant = school.handed_in.get(row["source"])
    room = school.room_in(e.by_id("classroom")[chosen["classroom"]]["channel"])
    if meant is not None and room is not None and room not in meant.rooms:
        meant.rooms.append(room)


def what_is_taken_back_is_gone(e: Evidence) -> Iterator[str]:
    """In the end no teacher has a file that its student took back; nor does one lie anywhere in Accord's store."""
    pieces = e.by_id("evidence")
    for row in e.rows("outbox", "notice = 'piece-file' AND state = 'sent'"):
        piece = pieces.get(row["args"]["piece"])
        if piece is not None and piece["state"] == "taken-back" and not _is_deleted(e, row):
            yield f"{row['file']} of piece {piece['id']} was taken back, and still stands in {row['channel']}"


def _is_deleted(e: Evidence, row: Row) -> bool:
    stored = e.school_of(row["workspace"]).core.state.files.get(row["file"])
    return stored is None or stored.deleted

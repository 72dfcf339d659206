"""Work that students hand in: seen by those for whom it is, and by nobody once it is taken back."""

from collections.abc import Iterator

from sandbox.state import Conversation, StoredFile
from simulation.evidence import Evidence, Row
from simulation.properties.choosing import learn_what_was_chosen
from simulation.properties.gathering import learn_of_rounds
from simulation.properties.oneself import learn_of_themselves
from simulation.properties.rating import learn_of_ratings
from simulation.properties.reaching import came_apart
from simulation.properties.waiting import learn_of_looks
from simulation.school import School


def no_file_is_seen_by_anybody_it_is_not_for(e: Evidence) -> Iterator[str]:
    """What Accord uploads stands only where those read whom it is for: a student's work with the teachers of the class
    that they meant, or chose when they were asked; what says anything that somebody wrote, with those for whom that is.
    Nothing stands in a channel.
    """
    for school in e.schools:
        learn_what_was_chosen(e, school)
        learn_of_looks(e, school)
        learn_of_rounds(e, school)
        learn_of_themselves(e, school)
        learn_of_ratings(e, school)
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

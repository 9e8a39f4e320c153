"""Write down an event and everyone one met there, one line each, in one step to undo."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from notebook_app.foundation.problem import UserProblem
from notebook_app.model.capture.captured import CapturedLine
from notebook_app.model.capture.captured_card import CapturedCard
from notebook_app.model.capture.circumstances import Circumstances
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.event import EventDraft, Presence
from notebook_app.model.name_form import folded
from notebook_app.services.captured_lines import LineWriter
from notebook_app.services.captured_people import PeopleWriter, ensure_clear
from notebook_app.services.keep_captured_cards import keep_card
from notebook_app.services.save_event import checked_event, write_event
from notebook_app.storage.notebook import Change, Notebook


@dataclass(frozen=True, slots=True)
class _Met:
    """A line, and the row ids of its people."""

    captured: CapturedLine
    ids: list[int]


def log_captured_event(
    notebook: Notebook,
    event: EventDraft | int,
    lines: Sequence[CapturedLine],
    resting: Collection[int] = (),
    cards: Mapping[int, Sequence[CapturedCard]] | None = None,
) -> ChangeSet:
    """Store an event, everyone named in the lines, and a conversation with each of them there.

    ``event`` is a new one, or the row id of one in the notebook. Who is new was met, who is known
    was seen. ``resting`` holds the numbers of the lines, from 0 on, whose first person is left to
    rest: met, and nothing is to follow. ``cards`` holds the business cards of the first person of
    a line, by the line's number.

    Raises:
        UserProblem: the event is gone, has no name or is still to come; a line names nobody, or
            it is not clear whom; or it could not be written.
    """
    draft = _checked(notebook, event, lines)
    people_there = {
        person.chosen or folded(person.name)
        for line in lines
        for number, person in enumerate(line.people)
        if number not in _spoken_of(line)
    }
    label = f"Wrote down {draft.name}"
    if people_there:
        words = "1 person" if len(people_there) == 1 else f"{len(people_there)} people"
        label += f" and {words} met there"
    with notebook.change(label) as change:
        people = PeopleWriter(notebook, change)
        met = [_Met(captured, people.write(captured)) for captured in lines]
        event_id = _write_event(notebook, change, event, draft, _presence(met, people.new_ids))
        defaults = Circumstances(
            on=draft.on, setting="event", formality=draft.formality, event_id=event_id
        )
        writer = LineWriter(notebook, change, people)
        for number, each in enumerate(met):
            conversation_id = writer.write(each.captured, each.ids, defaults)
            for card in cards.get(number, ()) if cards else ():
                keep_card(notebook, change, card, each.ids[0], conversation_id)
        left = [met[number].ids[0] for number in sorted(set(resting)) if number < len(met)]
        if left:
            notebook.many.set_resting(left, draft.on)
    return change.result()


def _checked(
    notebook: Notebook, event: EventDraft | int, lines: Sequence[CapturedLine]
) -> EventDraft:
    if isinstance(event, int):
        stored = notebook.events.get(event)
        if stored is None:
            raise UserProblem("This event is no longer in the notebook.")
        draft = stored.draft
    else:
        draft = checked_event(notebook, event)
    if lines and draft.on > notebook.clock.today():
        raise UserProblem(
            f"{draft.name} is still to come, so nobody can have been met there.",
            "",
            "Correct the day, or write these people down afterwards.",
        )
    for number, captured in enumerate(lines, 1):
        if not captured.people:
            raise UserProblem(
                f"Line {number} names nobody: {' '.join(captured.line.split())[:60]}",
                "",
                "Begin it with a name, or take it out.",
            )
        ensure_clear(captured)
    ids = [person.chosen for line in lines for person in line.people if person.chosen]
    if not all(notebook.contacts.names_of(ids)):
        raise UserProblem(
            "Somebody in these lines is no longer in the notebook.", "", "Read the lines anew."
        )
    return draft


def _spoken_of(captured: CapturedLine) -> set[int]:
    """Return the numbers of the people who were not there, as those one was told to call."""
    return {favour.about for favour in captured.favours if favour.about is not None}


def _presence(met: Sequence[_Met], new_ids: Collection[int]) -> dict[int, Presence]:
    """Return how everybody was there; who was only spoken of was not."""
    presence: dict[int, Presence] = {}
    for each in met:
        spoken_of = {each.ids[number] for number in _spoken_of(each.captured)}
        for contact_id in each.ids:
            if contact_id not in spoken_of:
                is_new = contact_id in new_ids
                presence[contact_id] = Presence.MET if is_new else Presence.SEEN
    return presence


def _write_event(
    notebook: Notebook,
    change: Change,
    event: EventDraft | int,
    draft: EventDraft,
    presence: dict[int, Presence],
) -> int:
    """Store the event or find it, and link everybody to it; return its row id."""
    already = {*draft.met, *draft.seen}
    added = {who: how for who, how in presence.items() if who not in already}
    if isinstance(event, int):
        for contact_id, how in added.items():
            notebook.events.put_person(event, contact_id, how)
        change.touch(Changed.EVENT, event)
        change.touch(Changed.CONTACT, *added)
        return event
    met = tuple(who for who, how in added.items() if how is Presence.MET)
    seen = tuple(who for who, how in added.items() if how is Presence.SEEN)
    whole = replace(
        draft,
        met=(*draft.met, *met),
        seen=(*draft.seen, *seen),
        expected=tuple(who for who in draft.expected if who not in added),
    )
    return write_event(notebook, change, whole)

"""Tells what was understood of a line, as text and as JSON, and what was stored of it."""

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.date_words import day_words, due_words
from notebook_app.cli.json_document import Json, conversation_json, follow_up_json
from notebook_app.cli.plain_text import one_line
from notebook_app.model.capture.captured import CapturedLine, NamedPerson
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.storage.notebook import Notebook


def captured_json(captured: CapturedLine) -> Json:
    """Return everything that was understood of a line."""
    return {
        "line": captured.line,
        "text": captured.text,
        "people": [_person(person) for person in captured.people],
        "organization": captured.organization or None,
        "title": captured.title or None,
        "emails": list(captured.emails),
        "phones": list(captured.phones),
        "date": captured.on.isoformat() if captured.on else None,
        "time": captured.at.isoformat("minutes") if captured.at else None,
        "channel": captured.channel.value if captured.channel else None,
        "setting": captured.setting or None,
        "formality": captured.formality.value if captured.formality else None,
        "place": captured.place or None,
        "event": {"id": captured.event.id, "name": captured.event.name} if captured.event else None,
        "initiated_by": captured.initiated_by.value if captured.initiated_by else None,
        "tags": list(captured.tags),
        "follow_ups": [
            {
                "kind": planned.kind.value,
                "due_date": planned.due.isoformat(),
                "due_time": planned.at.isoformat("minutes") if planned.at else None,
                "note": planned.note or None,
                "repeat": planned.repeat or None,
            }
            for planned in captured.follow_ups
        ],
        "favours": [
            {
                "kind": favour.kind.value,
                "direction": favour.direction.value,
                "person": captured.people[favour.person].name,
                "about": (None if favour.about is None else captured.people[favour.about].name),
                "text": favour.text or None,
            }
            for favour in captured.favours
        ],
        "remember": list(captured.remember),
        "opportunities": [
            {
                "title": work.title or None,
                "value": None if work.value is None else str(work.value),
                "currency": work.currency or None,
            }
            for work in captured.opportunities
        ],
        "services": list(captured.service_ids),
        "unread": list(captured.unread),
    }


def say_captured(captured: CapturedLine, context: CommandContext) -> None:
    """Say everything that was understood of a line, one thing a line."""
    what = captured_json(captured)
    told = {
        "With": ", ".join(_who(person) for person in captured.people),
        "From": " · ".join(part for part in (captured.organization, captured.title) if part),
        "Reach": ", ".join((*captured.emails, *captured.phones)),
        "When": " ".join(
            part
            for part in (
                day_words(captured.on) if captured.on else "",
                captured.at.isoformat("minutes") if captured.at else "",
            )
            if part
        ),
        "How": ", ".join(
            str(what[key]) for key in ("channel", "setting", "formality") if what[key]
        ),
        "Began": str(what["initiated_by"] or ""),
        "Where": captured.place or (captured.event.name if captured.event else ""),
        "Tags": ", ".join(captured.tags),
        "Remember": "; ".join(captured.remember),
        "Text": captured.text,
    }
    for head, words in told.items():
        if words:
            context.say(one_line(f"{head}: {words}"))
    for planned in captured.follow_ups:
        at = f" {planned.at.isoformat('minutes')}" if planned.at else ""
        note = f", {planned.note}" if planned.note else ""
        due = due_words(planned.due, context.today)
        context.say(one_line(f"Next: {planned.kind.value}, {due}{at}{note}"))
    for favour in captured.favours:
        about = "" if favour.about is None else f", about {captured.people[favour.about].name}"
        by = captured.people[favour.person].name
        words = f"{favour.kind.value} {favour.direction.value}, {by}{about}"
        context.say(one_line(f"Favour: {words}{': ' + favour.text if favour.text else ''}"))
    for work in captured.opportunities:
        context.say(one_line(f"Work: {work.value} {work.currency} {work.title}"))
    say_unread(captured, context)


def say_unread(captured: CapturedLine, context: CommandContext) -> None:
    """Say which marks were not understood; their words are in the text."""
    for words in captured.unread:
        context.say(one_line(f"Kept as text: {words}."))


def stored_json(notebook: Notebook, changes: ChangeSet, captured: CapturedLine) -> Json:
    """Return what a line became: the conversation as ``log`` always answers it, and the rest."""
    found = [notebook.conversations.get(each) for each in changes.of(Changed.CONVERSATION)]
    conversations = [conversation for conversation in found if conversation is not None]
    document: Json = {"id": None}
    if conversations:
        names = notebook.contacts.names_of(conversations[0].draft.contact_ids)
        document = conversation_json(conversations[0], names)
    rows = [notebook.follow_ups.row(each) for each in sorted(changes.of(Changed.FOLLOW_UP))]
    follow_ups = [follow_up_json(row) for row in rows if row is not None]
    document["follow_up"] = follow_ups[0] if follow_ups else None
    document["follow_ups"] = follow_ups
    document["new_people"] = [person.name for person in captured.people if person.is_new]
    document["unread"] = list(captured.unread)
    return document


def say_stored(
    notebook: Notebook, changes: ChangeSet, captured: CapturedLine, context: CommandContext
) -> None:
    """Say what was stored of a line."""
    context.say(one_line(f"{changes.label}."))
    new = [person.name for person in captured.people if person.is_new]
    if new:
        context.say(one_line(f"New: {', '.join(new)}."))
    for follow_up_id in sorted(changes.of(Changed.FOLLOW_UP)):
        row = notebook.follow_ups.row(follow_up_id)
        if row is not None:
            context.say(f"Next: {row.kind.value}, {due_words(row.due, context.today)}.")
    say_unread(captured, context)


def _person(person: NamedPerson) -> Json:
    return {
        "name": person.name,
        "id": person.chosen or None,
        "new": person.is_new,
        "choices": [
            {"id": choice.id, "name": choice.name, "organization": choice.organization or None}
            for choice in person.choices
        ]
        if person.is_unclear
        else [],
    }


def _who(person: NamedPerson) -> str:
    if person.is_new:
        return f"{person.name} (new)"
    if person.is_unclear:
        named = "; ".join(f"{choice.name} ({choice.id})" for choice in person.choices)
        return f"{person.name} (which of: {named})"
    known = next((each for each in person.choices if each.id == person.chosen), None)
    return f"{known.name if known else person.name} ({person.chosen})"

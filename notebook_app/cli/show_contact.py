"""``show CONTACT``: all that is known of one contact, with the timeline and what is planned."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.contact_fields import known_people, linked_from_json, people_json
from notebook_app.cli.date_words import day_words, due_words, since_words
from notebook_app.cli.json_document import contact_json, entry_json, follow_up_json, write_json
from notebook_app.cli.plain_text import lines, one_line, table
from notebook_app.model.attachment import AttachmentRow
from notebook_app.model.cadence import cadence_words
from notebook_app.model.contact import Affiliation, Contact
from notebook_app.model.relations import RelationRow
from notebook_app.model.rows import ContactChoice, FollowUpRow, TimelineEntry
from notebook_app.services.find_contact import find_contact
from notebook_app.services.list_people import people_with_rows

_ENTRIES_SHOWN = 20
_PEOPLE_SHOWN = 500


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "contact", metavar="CONTACT", nargs="+", help="an id, a UUID, or enough of a name"
    )
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        choice = find_contact(notebook, " ".join(options.contact))
        contact, row = next(people_with_rows(notebook, [choice.id]))
        follow_ups = notebook.follow_ups.open_of(choice.id)
        most = -1 if options.json else _ENTRIES_SHOWN + 1
        entries = notebook.timeline.page(choice.id, 0, most)
        relations = notebook.relations.of(choice.id)
        attached = notebook.attachments.of(choice.id)
        people = notebook.organizations.people(choice.id, most=_PEOPLE_SHOWN)
        known = known_people(notebook, [contact])
        remembered = [fact.text for fact in notebook.remembered.of(choice.id)]
        steps = notebook.stages.history(choice.id)
        resting_since = notebook.acquaintance.resting_since(choice.id)
    if options.json:
        document = contact_json(contact, row, known, attached)
        document["linked_from"] = linked_from_json(relations)
        document["people"] = people_json(people)
        document["follow_ups"] = [follow_up_json(follow_up) for follow_up in follow_ups]
        document["remember"] = remembered
        document["stage_history"] = [
            {"stage": step.stage.value if step.stage else None, "since": step.since.isoformat()}
            for step in steps
        ]
        document["resting_since"] = resting_since.isoformat() if resting_since else None
        document["timeline"] = [entry_json(entry) for entry in entries]
        write_json(document, context.stdout)
        return 0
    facts = [*_facts(contact, relations, attached), *_members(people)]
    facts += [("Remember", fact) for fact in remembered]
    if resting_since is not None:
        facts.append(("At rest since", day_words(resting_since)))
    for line in _page(contact, facts, follow_ups, entries, context.today):
        context.say(line)
    return 0


def _page(
    contact: Contact,
    facts: list[tuple[str, str]],
    follow_ups: list[FollowUpRow],
    entries: list[TimelineEntry],
    today: date,
) -> Iterator[str]:
    details = contact.details
    yield one_line(details.display_name)
    second = " · ".join(part for part in (details.title, details.organization) if part)
    if second:
        yield one_line(second)
    if facts:
        yield ""
        yield from table(facts)
    if details.note:
        yield ""
        yield from lines(details.note)
    if follow_ups:
        yield ""
        yield "Next"
        for follow_up in follow_ups:
            yield f"  {follow_up.kind.value}, {due_words(follow_up.due, today)}" + (
                f": {one_line(follow_up.note)}" if follow_up.note else ""
            )
    if entries:
        yield ""
        yield "Timeline"
    for entry in entries[:_ENTRIES_SHOWN]:
        yield from _entry(entry, today)
    if len(entries) > _ENTRIES_SHOWN:
        yield "  … and earlier; --json shows everything"


def _facts(
    contact: Contact, relations: list[RelationRow], attached: list[AttachmentRow]
) -> list[tuple[str, str]]:
    details = contact.details
    facts = [
        ("Also called", details.nickname),
        ("Born as", details.name.maiden),
        ("Pronouns", details.pronouns),
        ("Gender", details.gender),
    ]
    facts += [("Also at", _post_words(post)) for post in details.affiliations]
    facts += [(phone.label or "phone", phone.number) for phone in details.phones]
    facts += [(email.label or "e-mail", email.address) for email in details.emails]
    facts += [(at.label or "address", ", ".join(at.lines())) for at in details.addresses]
    facts += [(link.label or "link", link.url) for link in details.links]
    facts.append(("Birthday", details.birthday.iso() if details.birthday else ""))
    facts += [(own.label or "date", own.date.iso()) for own in details.dates]
    facts += [(row.label or "related", row.name or row.uid) for row in relations]
    facts.append(("Languages", ", ".join(details.languages)))
    facts.append(("Time zone", details.time_zone))
    facts += [(own.name, own.value) for own in details.own_fields]
    facts += [("File", row.name) for row in attached]
    facts.append(("Role", ", ".join(contact.roles)))
    facts.append(("Stage", contact.stage.value if contact.stage else ""))
    facts.append(("Tags", ", ".join(details.tags)))
    facts.append(("In touch", cadence_words(contact.cadence) if contact.cadence else ""))
    facts.append(("Number", str(contact.id)))
    return [(one_line(label).capitalize(), value) for label, value in facts if value]


def _members(people: list[ContactChoice]) -> list[tuple[str, str]]:
    return [
        ("Works there", ", ".join(part for part in (person.name, person.organization) if part))
        for person in people
    ]


def _post_words(post: Affiliation) -> str:
    parts = (post.title, post.profession, post.department, post.organization)
    return ", ".join(part for part in parts if part)


def _entry(entry: TimelineEntry, today: date) -> Iterator[str]:
    badges = f" ({', '.join(entry.badges)})" if entry.badges else ""
    when = f"{day_words(entry.on)}, {since_words(entry.on, today)}"
    yield "  " + one_line(f"{entry.title}{badges} — {when}")
    for line in lines(entry.text):
        yield f"    {line}"
    for words, person in entry.led_to:
        yield f"    {words}: {one_line(person.name)}"


COMMAND = Command(_add_arguments, _run)

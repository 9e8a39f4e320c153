"""``brief CONTACT…``: what to know before you meet somebody."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.date_words import day_words, due_words, since_words
from notebook_app.cli.json_document import Json, entry_json, follow_up_json, write_json
from notebook_app.cli.plain_text import one_line, table
from notebook_app.model.briefing import BriefedPerson
from notebook_app.reports.briefing import thanks_in_words
from notebook_app.services.find_contact import find_contact
from notebook_app.services.prepare_briefing import prepare_briefing

_LONGEST_TALK = 300


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "contacts", metavar="CONTACT", nargs="+", help="an id, a UUID, or enough of a name"
    )
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        ids = [find_contact(notebook, words).id for words in options.contacts]
        people = prepare_briefing(notebook, ids)
    if options.json:
        write_json([_json(person) for person in people], context.stdout)
        return 0
    for number, person in enumerate(people):
        if number:
            context.say()
        for line in _page(person, context.today):
            context.say(line)
    return 0


def _page(person: BriefedPerson, today: date) -> Iterator[str]:
    yield one_line(person.name)
    if person.second_line():
        yield one_line(person.second_line())
    facts: list[tuple[str, str]] = [("Reach", reach) for reach in (*person.phones, *person.emails)]
    if person.stage:
        since = f", since {day_words(person.stage_since)}" if person.stage_since else ""
        facts.append(("Stage", f"{person.stage.value}{since}"))
    facts += [("Remember", fact) for fact in person.facts]
    facts += [
        (
            "Last time" if number == 0 else "Before that",
            f"{since_words(talk.on, today)}: {one_line(talk.text)[:_LONGEST_TALK]}",
        )
        for number, talk in enumerate(person.talks)
    ]
    facts += [
        (
            "Promised",
            f"{row.kind.value}, {due_words(row.due, today)}"
            + (f": {one_line(row.note)}" if row.note else ""),
        )
        for row in person.follow_ups
    ]
    facts += [("Say thanks", thanks_in_words(favour)) for favour in person.owed]
    facts += [
        (label, ", ".join(names))
        for label, names in (
            ("Not told", person.not_told),
            ("Brought by", person.introduced_by),
            ("Brought", person.introduced),
        )
        if names
    ]
    if person.birthday is not None:
        facts.append(("Birthday", day_words(person.birthday)))
    yield from table(facts)


def _json(person: BriefedPerson) -> Json:
    return {
        "contact": {"id": person.contact_id, "name": person.name},
        "organization": person.organization or None,
        "title": person.title or None,
        "stage": person.stage.value if person.stage else None,
        "stage_since": person.stage_since.isoformat() if person.stage_since else None,
        "phones": list(person.phones),
        "emails": list(person.emails),
        "last_topics": [entry_json(talk) for talk in person.talks],
        "follow_ups": [follow_up_json(row) for row in person.follow_ups],
        "remember": list(person.facts),
        "owes_thanks": [thanks_in_words(favour) for favour in person.owed],
        "services_not_told": list(person.not_told),
        "introduced_by": list(person.introduced_by),
        "introduced": list(person.introduced),
        "birthday": person.birthday.isoformat() if person.birthday else None,
    }


COMMAND = Command(_add_arguments, _run)

"""``event add|list|show``: occasions, whom one met there, and what came of them."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from notebook_app.cli.acts import Act, command_of
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage
from notebook_app.cli.date_words import date_from, day_words, time_from
from notebook_app.cli.event_answers import event_json, outcome_json, outcome_line, row_json
from notebook_app.cli.json_document import write_json
from notebook_app.cli.one_follow_up import tell_otherwise
from notebook_app.cli.plain_text import lines, one_line, shortened, table
from notebook_app.model.changes import Changed
from notebook_app.model.conversation import Formality
from notebook_app.model.event import EventDraft, Involvement
from notebook_app.model.event_rows import EventRow
from notebook_app.services.find_contact import find_contact
from notebook_app.services.find_event import find_event
from notebook_app.services.save_event import add_event
from notebook_app.storage.notebook import Notebook

_WIDTH = 40


def _add_add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add("name", metavar="NAME", help="what it is called")
    add("--on", metavar="DATE", required=True, help="2026-11-24, or words such as next tuesday")
    add("--time", metavar="T", help="the time of day, as 18:30")
    add("--place", metavar="P", default="", help="where")
    add("--host", metavar="H", default="", help="who invites")
    add("--informal", action="store_true", help="it just happened; nobody organised it")
    role = parser.add_mutually_exclusive_group()
    role.add_argument("--hosted", action="store_true", help="you hosted it")
    role.add_argument("--talk", action="store_true", help="you gave a talk")
    add("--goal", metavar="TEXT", default="", help="what you go for, in words")
    add("--goal-people", metavar="N", type=_count, help="how many new people to meet")
    for option, help_text in (
        ("--met", "somebody met there for the first time; may be given several times"),
        ("--seen", "somebody seen there whom you knew before"),
        ("--expected", "somebody you hope to meet there"),
    ):
        add(option, metavar="CONTACT", action="append", default=[], help=help_text)
    add("--fee", metavar="AMOUNT", type=_amount, help="what it cost, as 25 or 25.50")
    add("--currency", metavar="CUR", default="EUR", help="of the fee (EUR)")
    add("--hours", metavar="N", type=_amount, help="how many hours it took")
    add("--note", metavar="TEXT", default="", help="anything else")


def _add(options: Namespace, context: CommandContext) -> int:
    on = date_from(options.on, context.today)
    at = time_from(options.time) if options.time else None
    currency = options.currency.strip().upper()
    if not (len(currency) == 3 and currency.isalpha()):
        raise WrongUsage(f"'{options.currency}' is no currency; write three letters, as EUR.")
    hosted = Involvement.HOSTED if options.hosted else Involvement.ATTENDED
    with context.writing() as notebook:
        draft = EventDraft(
            name=options.name,
            on=on,
            at=at,
            place=options.place,
            host=options.host,
            formality=Formality.INFORMAL if options.informal else Formality.ORGANISED,
            involvement=Involvement.TALKED if options.talk else hosted,
            goal=options.goal,
            goal_new_people=options.goal_people,
            note=options.note,
            met=_people(notebook, options.met),
            seen=_people(notebook, options.seen),
            expected=_people(notebook, options.expected),
            fee=options.fee,
            fee_currency=currency if options.fee is not None else "",
            hours=options.hours,
        )
        changes = add_event(notebook, draft)
        (event_id,) = changes.of(Changed.EVENT)
        if options.json:
            write_json(_document(notebook, event_id), context.stdout)
        else:
            context.say(one_line(f"{changes.label}, {day_words(on)} (number {event_id})."))
        tell_otherwise(changes, options, context)
    return 0


def _add_list_arguments(parser: CommandParser) -> None:
    parser.add_argument("words", metavar="WORDS", nargs="*", help="only those that have them")
    parser.add_argument("--from", metavar="D", dest="start", help="the first day")
    parser.add_argument("--to", metavar="D", dest="end", help="the last day")


def _list(options: Namespace, context: CommandContext) -> int:
    today = context.today
    start = date_from(options.start, today) if options.start else None
    end = date_from(options.end, today) if options.end else None
    with context.reading() as notebook:
        found = notebook.event_list.ids(today, " ".join(options.words), start, end)
        rows = notebook.event_list.rows([*reversed(found.past), *found.coming])
        if options.json:
            write_json([row_json(row) for row in rows], context.stdout)
            return 0
    if not rows:
        context.say("There are no such events.")
        return 0
    for line in table([_cells(row, today) for row in rows]):
        context.say(line)
    return 0


def _cells(row: EventRow, today: date) -> tuple[str, ...]:
    result = f"{row.met} of {row.goal_new_people} new" if row.goal_new_people else ""
    if not result and row.met:
        result = f"{row.met} new"
    if row.on >= today:
        result = f"{row.expected} expected" if row.expected else "to come"
    at = f" {row.at.isoformat('minutes')}" if row.at else ""
    return (
        str(row.id),
        day_words(row.on) + at,
        shortened(row.name, _WIDTH),
        shortened(row.place, _WIDTH),
        result,
    )


def _add_show_arguments(parser: CommandParser) -> None:
    parser.add_argument("event", metavar="EVENT", help="a number, a UUID, or enough of its name")


def _show(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        event = find_event(notebook, options.event)
        draft, outcomes = event.draft, notebook.event_outcomes
        outcome = outcomes.outcome(event.id, draft.on)
        if options.json:
            document = _document(notebook, event.id)
            document["came_of_it"] = outcome_json(outcome)
            write_json(document, context.stdout)
            return 0
        people = outcomes.people(event.id)
    at = f" {draft.at.isoformat('minutes')}" if draft.at else ""
    host = f"invited by {draft.host}" if draft.host else ""
    kind = f"{draft.formality.value}, {draft.involvement.value}"
    context.say(one_line(f"{draft.name} ({event.id})"))
    for part in (day_words(draft.on) + at, draft.place, host, kind, draft.goal):
        if part:
            context.say("  " + one_line(part))
    if draft.goal_new_people:
        met = sum(1 for person in people if person.presence.value == "met")
        context.say(f"  {met} of {draft.goal_new_people} new people")
    for line in lines(draft.note):
        context.say("  " + line)
    for person in people:
        stage = f", {person.stage.value}" if person.stage else ""
        where = f", {person.organization}" if person.organization else ""
        context.say(one_line(f"{person.presence.value}: {person.name}{where}{stage}"))
    if not outcome.is_empty:
        context.say(f"Came of it: {outcome_line(outcome)}.")
    return 0


def _document(notebook: Notebook, event_id: int) -> dict[str, object]:
    event = notebook.events.get(event_id)
    if event is None:
        raise LookupError(event_id)
    return event_json(event, notebook.event_outcomes.people(event_id))


def _people(notebook: Notebook, named: Sequence[str]) -> tuple[int, ...]:
    return tuple(find_contact(notebook, words).id for words in named)


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 10_000:
        raise WrongUsage(f"'{text}' is no number of people.")
    return int(text)


def _amount(text: str) -> Decimal:
    try:
        amount = Decimal(text)
    except InvalidOperation as error:
        raise WrongUsage(f"'{text}' is no amount; write 25 or 25.50.") from error
    if not amount.is_finite() or amount < 0:
        raise WrongUsage(f"'{text}' is no amount; write 25 or 25.50.")
    return amount


COMMAND = command_of(
    Act("add", "put an event into the notebook", _add, _add_add_arguments),
    Act("list", "events by day", _list, _add_list_arguments),
    Act("show", "all about one event", _show, _add_show_arguments),
)

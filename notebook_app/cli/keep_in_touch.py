"""``keep-in-touch CONTACT``: how often to be in touch, not now, and let it rest."""

from argparse import Namespace
from collections.abc import Callable
from functools import partial

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage, add_shared_arguments
from notebook_app.cli.date_words import date_from, day_words
from notebook_app.cli.json_document import Json, write_json
from notebook_app.model.cadence import cadence_from, cadence_words
from notebook_app.model.changes import ChangeSet
from notebook_app.model.contact import Cadence
from notebook_app.services.change_many import set_cadence
from notebook_app.services.find_contact import find_contact
from notebook_app.services.let_rest import end_rest, let_rest
from notebook_app.services.snooze_contacts import end_snooze, snooze_contacts
from notebook_app.storage.notebook import Notebook

Act = Callable[[Notebook, list[int]], ChangeSet]


def _add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add("contact", metavar="CONTACT", help="an id, a UUID, or enough of a name")
    add("--every", metavar="RHYTHM", help="'6 weeks', 'month', '10 days', or 'never'")
    add("--slack", metavar="DAYS", help="days from the ideal to the latest day")
    add("--not-before", metavar="DATE", help="ask for them again on that day; 'now' for at once")
    add("--rest", choices=["on", "off"], help="ask for nothing until you speak again")
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    acts = _acts(options, context)
    if not acts:
        with context.reading() as notebook:
            return _tell(notebook, find_contact(notebook, options.contact).id, options, context)
    with context.writing() as notebook:
        contact_id = find_contact(notebook, options.contact).id
        for act in acts:
            label = act(notebook, [contact_id]).label
            if not options.json:
                context.say(f"{label}.")
        return _tell(notebook, contact_id, options, context) if options.json else 0


def _acts(options: Namespace, context: CommandContext) -> list[Act]:
    acts: list[Act] = []
    if options.every is not None:
        acts.append(partial(set_cadence, cadence=_cadence(options.every, options.slack)))
    elif options.slack is not None:
        raise WrongUsage("--slack belongs to --every RHYTHM.")
    if options.not_before is not None:
        if options.not_before.strip().lower() == "now":
            acts.append(end_snooze)
        else:
            until = date_from(options.not_before, context.today)
            acts.append(partial(snooze_contacts, until=until))
    if options.rest is not None:
        acts.append(let_rest if options.rest == "on" else end_rest)
    return acts


def _cadence(text: str, slack: str | None) -> Cadence | None:
    if text.strip().lower() in ("never", "no"):
        return None
    if slack is not None and not (slack.isdecimal() and len(slack) <= 4):
        raise WrongUsage(f"'{slack}' is no number of days.")
    found = cadence_from(text, None if slack is None else int(slack))
    if found is None:
        raise WrongUsage(f"'{text}' is no rhythm; write for example '6 weeks', 'month' or 'never'.")
    return found


def _tell(notebook: Notebook, contact_id: int, options: Namespace, context: CommandContext) -> int:
    keep = notebook.contact_overview.keep_in_touch(contact_id)
    resting = notebook.acquaintance.resting_since(contact_id)
    if options.json:
        document: Json = {
            "contact": {"id": contact_id, "name": notebook.contacts.name_of(contact_id)},
            "count": keep.cadence.count if keep else None,
            "unit": keep.cadence.unit.value if keep else None,
            "tag": keep.tag or None if keep else None,
            "ideal": keep.until.isoformat() if keep else None,
            "latest": keep.latest.isoformat() if keep else None,
            "not_before": keep.snoozed_until.isoformat() if keep and keep.snoozed_until else None,
            "resting_since": resting.isoformat() if resting else None,
        }
        write_json(document, context.stdout)
        return 0
    if keep is None:
        context.say("There is no rhythm of keeping in touch.")
    else:
        every = cadence_words(keep.cadence)
        context.say(
            f"{every}: ideal {day_words(keep.until)}, latest {day_words(keep.latest)}"
            + (f", as everyone tagged {keep.tag}" if keep.tag else "")
        )
        if keep.snoozed_until is not None and keep.snoozed_until > context.today:
            context.say(f"Not before {day_words(keep.snoozed_until)}.")
    if resting is not None:
        context.say(f"At rest since {day_words(resting)}.")
    return 0


COMMAND = Command(_add_arguments, _run)

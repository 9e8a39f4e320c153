"""What the options of ``opportunity add`` and ``edit`` say of an opportunity."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from notebook_app.cli.command_parser import CommandParser, WrongUsage
from notebook_app.cli.date_words import date_from
from notebook_app.cli.word_choices import choice_from
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.opportunity import OpportunityDraft, Source
from notebook_app.services.find_contact import find_contact
from notebook_app.services.find_event import find_event
from notebook_app.storage.notebook import Notebook

_USUAL_CURRENCY: Final = "EUR"


def add_details(parser: CommandParser) -> None:
    """Take what may be said of an opportunity, new or not."""
    add = parser.add_argument
    add("--value", metavar="AMOUNT", type=_amount, help="what it is worth, as 4200 or 4200.50")
    add("--currency", metavar="CUR", help="of the value; the one used last, or EUR")
    add("--source", metavar="S", type=source_from, help="how it came, such as 'direct referral'")
    add(
        "--via",
        metavar="CONTACT",
        action="append",
        help="somebody through whom it came, the farthest first; may be given several times",
    )
    add("--came-by", metavar="TEXT", help="the advertisement, article or page it came by")
    add("--event", metavar="EVENT", help="the event that it grew from")
    add("--service", metavar="S", action="append", help="a service it is about; several are fine")
    add("--expected", metavar="DATE", help="when it should be decided")
    add("--on", metavar="DATE", help="the day it began, today if it is not said")
    add("--note", metavar="TEXT", help="anything else")


def with_details(
    notebook: Notebook, draft: OpportunityDraft, options: Namespace, today: date
) -> OpportunityDraft:
    """Return the draft with all that the options say; what they don't say stays."""
    changes: dict[str, object] = {}
    if options.value is not None:
        usual = draft.currency or notebook.opportunity_list.last_currency() or _USUAL_CURRENCY
        changes |= {"value": options.value, "currency": options.currency or usual}
    elif options.currency is not None:
        changes["currency"] = options.currency
    if options.source is not None:
        changes["source"] = options.source
    if options.via is not None:
        changes["via"] = _people(notebook, options.via)
    if options.event is not None:
        changes["event_id"] = find_event(notebook, options.event).id
    if options.service is not None:
        changes["service_ids"] = tuple(service_from(notebook, each) for each in options.service)
    for name, word in (("opened_on", options.on), ("expected_on", options.expected)):
        if word is not None:
            changes[name] = date_from(word, today)
    for name, text in (("came_by", options.came_by), ("note", options.note)):
        if text is not None:
            changes[name] = text
    return replace(draft, **changes)  # type: ignore[arg-type]


def _people(notebook: Notebook, named: Sequence[str]) -> tuple[int, ...]:
    return tuple(find_contact(notebook, words).id for words in named)


def service_from(notebook: Notebook, words: str) -> int:
    """Return the row id of one of the user's services.

    Raises:
        UserProblem: there is none of that name.
    """
    service_id = notebook.offerings.find(words)
    if service_id is None:
        raise UserProblem(
            f"“{words}” is none of your services.", "", "Look with: service list; or add it."
        )
    return service_id


def _amount(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation as error:
        raise WrongUsage(f"'{text}' is no amount; write 4200 or 4200.50.") from error


def source_from(text: str) -> Source:
    """Return the way to work that a word of the command line means."""
    return choice_from(text, Source, "source")

"""``opportunity add|list|show|edit|won|lost|reopen|delete``: work that may come, or came."""

from argparse import Namespace
from dataclasses import replace
from typing import Final

from notebook_app.cli.acts import Act, command_of
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser
from notebook_app.cli.date_words import date_from, day_words
from notebook_app.cli.json_document import write_json
from notebook_app.cli.opportunity_answers import (
    came_words,
    money,
    opportunity_cells,
    opportunity_json,
    whole_json,
)
from notebook_app.cli.opportunity_details import (
    add_details,
    service_from,
    source_from,
    with_details,
)
from notebook_app.cli.plain_text import lines, one_line, table
from notebook_app.cli.word_choices import choice_from
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.opportunity import OpportunityDraft, OpportunityState
from notebook_app.model.opportunity_rows import OpportunityFilter, OpportunityRow
from notebook_app.services.close_opportunity import (
    lose_opportunity,
    reopen_opportunity,
    win_opportunity,
)
from notebook_app.services.find_contact import find_contact
from notebook_app.services.find_opportunity import find_opportunity
from notebook_app.services.save_opportunity import (
    add_opportunity,
    delete_opportunity,
    stored_opportunity,
    update_opportunity,
)
from notebook_app.storage.notebook import Notebook

_WHICH: Final = "a number, a UUID, or enough of its title or person"


def _add_add_arguments(parser: CommandParser) -> None:
    parser.add_argument("contact", metavar="CONTACT", help="with whom")
    parser.add_argument("title", metavar="TITLE", help="what it is, in a few words")
    add_details(parser)


def _add(options: Namespace, context: CommandContext) -> int:
    with context.writing() as notebook:
        contact = find_contact(notebook, options.contact)
        draft = with_details(
            notebook, OpportunityDraft(contact.id, options.title), options, context.today
        )
        changes = add_opportunity(notebook, draft)
        (opportunity_id,) = changes.of(Changed.OPPORTUNITY)
        return _answer(notebook, opportunity_id, changes, options, context)


def _add_edit_arguments(parser: CommandParser) -> None:
    parser.add_argument("opportunity", metavar="OPPORTUNITY", help=_WHICH)
    parser.add_argument("--title", metavar="TEXT", help="another title")
    parser.add_argument("--contact", metavar="CONTACT", help="somebody else it is with")
    add_details(parser)


def _edit(options: Namespace, context: CommandContext) -> int:
    with context.writing() as notebook:
        row = find_opportunity(notebook, options.opportunity)
        draft = stored_opportunity(notebook, row.id).draft
        if options.title is not None:
            draft = replace(draft, title=options.title)
        if options.contact is not None:
            draft = replace(draft, contact_id=find_contact(notebook, options.contact).id)
        draft = with_details(notebook, draft, options, context.today)
        changes = update_opportunity(notebook, row.id, draft)
        return _answer(notebook, row.id, changes, options, context)


def _add_list_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add("words", metavar="WORDS", nargs="*", help="only those that have them, or their people")
    add("--state", metavar="S", type=_state, help="open, won or lost")
    add("--contact", metavar="CONTACT", help="only those with somebody, or through them")
    add("--source", metavar="S", type=source_from, help="only those that came this way")
    add("--service", metavar="S", help="only those about a service")
    add("--from", metavar="D", dest="start", help="the first day")
    add("--to", metavar="D", dest="end", help="the last day")


def _list(options: Namespace, context: CommandContext) -> int:
    today = context.today
    with context.reading() as notebook:
        person = None if options.contact is None else find_contact(notebook, options.contact).id
        wanted = OpportunityFilter(
            words=" ".join(options.words),
            person_id=person,
            source=options.source,
            service_id=None if options.service is None else service_from(notebook, options.service),
            start=date_from(options.start, today) if options.start else None,
            end=date_from(options.end, today) if options.end else None,
        )
        states = OpportunityState if options.state is None else (options.state,)
        columns = [notebook.opportunity_list.column(state, wanted) for state in states]
        ids = [each for column in columns for each in column.ids]
        rows = notebook.opportunity_list.rows(ids)
    if options.json:
        write_json([opportunity_json(row) for row in rows], context.stdout)
        return 0
    if not rows:
        context.say("There are no such opportunities.")
        return 0
    for line in table([opportunity_cells(row, today) for row in rows]):
        context.say(line)
    for state, column in zip(states, columns, strict=True):
        if column.sums:
            sums = " + ".join(money(value, currency) for currency, value in column.sums)
            context.say(f"{state.value}: {sums}")
    return 0


def _add_which(parser: CommandParser) -> None:
    parser.add_argument("opportunity", metavar="OPPORTUNITY", help=_WHICH)


def _show(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        row = find_opportunity(notebook, options.opportunity)
        draft = stored_opportunity(notebook, row.id).draft
        event = None if draft.event_id is None else notebook.events.get(draft.event_id)
        grown_from = None
        if draft.conversation_id is not None:
            grown_from = notebook.conversations.get(draft.conversation_id)
    if options.json:
        write_json(whole_json(row, draft), context.stdout)
        return 0
    context.say(one_line(f"{row.title} ({row.id})"))
    state = row.state.value
    if row.closed_on is not None:
        state += f", {day_words(row.closed_on)}"
    said = {
        "with": row.contact.name,
        "worth": money(row.value, row.currency),
        "state": state,
        "because": row.lost_because,
        "came": came_words(row),
        "by": row.came_by,
        "at": event.draft.name if event else "",
        "said": grown_from.draft.text if grown_from else "",
        "about": ", ".join(row.services),
        "began": day_words(row.opened_on),
        "expected": day_words(row.expected_on) if row.expected_on else "",
    }
    for word, what in said.items():
        if what:
            context.say(one_line(f"{word}: {what}"))
    for line in lines(draft.note):
        context.say("  " + line)
    return 0


def _add_won_arguments(parser: CommandParser) -> None:
    _add_which(parser)
    parser.add_argument("--on", metavar="DATE", help="the day, today if it is not said")


def _won(options: Namespace, context: CommandContext) -> int:
    on = date_from(options.on, context.today) if options.on else None
    with context.writing() as notebook:
        row = find_opportunity(notebook, options.opportunity)
        changes = win_opportunity(notebook, row.id, on)
        return _answer(notebook, row.id, changes, options, context)


def _add_lost_arguments(parser: CommandParser) -> None:
    _add_won_arguments(parser)
    parser.add_argument("--because", metavar="TEXT", help="why, in a few words")


def _lost(options: Namespace, context: CommandContext) -> int:
    on = date_from(options.on, context.today) if options.on else None
    with context.writing() as notebook:
        row = find_opportunity(notebook, options.opportunity)
        changes = lose_opportunity(notebook, row.id, on, options.because)
        return _answer(notebook, row.id, changes, options, context)


def _reopen(options: Namespace, context: CommandContext) -> int:
    with context.writing() as notebook:
        row = find_opportunity(notebook, options.opportunity)
        changes = reopen_opportunity(notebook, row.id)
        return _answer(notebook, row.id, changes, options, context)


def _delete(options: Namespace, context: CommandContext) -> int:
    with context.writing() as notebook:
        row = find_opportunity(notebook, options.opportunity)
        changes = delete_opportunity(notebook, row.id)
    if options.json:
        write_json(opportunity_json(row), context.stdout)
    else:
        context.say(one_line(f"{changes.label}."))
    return 0


def _answer(
    notebook: Notebook,
    opportunity_id: int,
    changes: ChangeSet,
    options: Namespace,
    context: CommandContext,
) -> int:
    (row,) = notebook.opportunity_list.rows([opportunity_id])
    if options.json:
        write_json(opportunity_json(row), context.stdout)
    else:
        context.say(one_line(f"{changes.label} (number {row.id})."))
        _say_duties(notebook, row, context)
    return 0


def _say_duties(notebook: Notebook, row: OpportunityRow, context: CommandContext) -> None:
    """Say whom to let know, once it is decided."""
    waiting = [
        each.referrer
        for each in notebook.referrals.to_tell(context.today)
        if each.opportunity_id == row.id
    ]
    if waiting:
        context.say(one_line(f"Let {', '.join(waiting)} know how it went."))


def _state(text: str) -> OpportunityState:
    return choice_from(text, OpportunityState, "state")


COMMAND = command_of(
    Act("add", "put down work that may come", _add, _add_add_arguments),
    Act("list", "opportunities by state, with what they are worth", _list, _add_list_arguments),
    Act("show", "all about one opportunity", _show, _add_which),
    Act("edit", "change what is written down of one", _edit, _add_edit_arguments),
    Act("won", "put down that it was won", _won, _add_won_arguments),
    Act("lost", "put down that it was lost, and why", _lost, _add_lost_arguments),
    Act("reopen", "put down that it is open again", _reopen, _add_which),
    Act("delete", "take it out; undo brings it back", _delete, _add_which),
)

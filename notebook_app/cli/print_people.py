"""``print contacts``, ``briefing`` and ``event``: sheets and lists of people, without a display."""

from argparse import Namespace
from pathlib import Path

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.print_arguments import columns_from, left_out, paper_from
from notebook_app.cli.progress_line import progress_line
from notebook_app.cli.word_choices import choice_from
from notebook_app.foundation.problem import UserProblem
from notebook_app.reports.briefing import briefing
from notebook_app.reports.contact_parts import Part
from notebook_app.reports.people_style import PeopleStyle
from notebook_app.services.find_contact import find_contact
from notebook_app.services.find_event import find_event
from notebook_app.services.list_people import people_ids, read_query
from notebook_app.services.make_people_document import event_document, people_document
from notebook_app.services.prepare_briefing import prepare_briefing
from notebook_app.services.print_contacts import picture_bytes


def print_contacts(options: Namespace, context: CommandContext) -> int:
    """Print those who are named, those whom ``--only`` finds, or else everyone."""
    style = choice_from(options.style or PeopleStyle.DIRECTORY.value, PeopleStyle, "style")
    shown = columns_from(options, Part)
    path = Path(options.output)
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        people = [find_contact(notebook, words).id for words in options.contacts]
        if options.only is not None:
            people += people_ids(notebook, read_query(notebook, options.only), context.today)
            if not people:
                raise UserProblem(f"“{options.only}” finds nobody, so nothing was printed.")
        elif not people:
            people = notebook.contacts.all_ids()
        private = left_out(options, notebook)
        people = [each for each in dict.fromkeys(people) if each not in private]
        pages = context.document_printer().save_document(
            path,
            lambda words, language: people_document(
                notebook,
                style,
                people,
                words,
                lambda photo_id: picture_bytes(notebook, photo_id),
                language=language,
                shown=shown,
                progress=progress,
            ),
            paper=paper_from(options, context),
            progress=progress,
            remark=context.remark,
        )
    count = len(people)
    if options.json:
        write_json({"file": str(path), "pages": pages, "people": count}, context.stdout)
    else:
        who = "1 person" if count == 1 else f"{count} people"
        context.say(one_line(f"{_on(pages)} on {who} {_is(pages)} in {path}."))
    return 0


def print_briefing(options: Namespace, context: CommandContext) -> int:
    """Print what to know before one meets those who are named or found."""
    path = Path(options.output)
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        people = [find_contact(notebook, words).id for words in options.contacts]
        if options.only is not None:
            people += people_ids(notebook, read_query(notebook, options.only), context.today)
        private = left_out(options, notebook)
        people = [each for each in dict.fromkeys(people) if each not in private]
        briefed = prepare_briefing(notebook, people)
        pages = context.document_printer().save_document(
            path,
            lambda words, _language: briefing(briefed, context.today, words),
            paper=paper_from(options, context),
            progress=progress,
            remark=context.remark,
        )
    count = len(people)
    if options.json:
        write_json({"file": str(path), "pages": pages, "people": count}, context.stdout)
    else:
        who = "1 person" if count == 1 else f"{count} people"
        context.say(one_line(f"A briefing on {who}, {_on(pages)}, is in {path}."))
    return 0


def print_event(options: Namespace, context: CommandContext) -> int:
    """Print the sheet to take along to an event."""
    path = Path(options.output)
    if not options.contacts:
        raise UserProblem("Which event?", "", "Say its name or its number: print event NAME …")
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        event = find_event(notebook, " ".join(options.contacts))
        private = left_out(options, notebook)
        pages = context.document_printer().save_document(
            path,
            lambda words, _language: event_document(notebook, event.id, words, private),
            paper=paper_from(options, context),
            progress=progress,
            remark=context.remark,
        )
    if options.json:
        write_json({"file": str(path), "pages": pages, "event": event.id}, context.stdout)
    else:
        context.say(one_line(f"{_on(pages)} for {event.draft.name} {_is(pages)} in {path}."))
    return 0


def _on(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"


def _is(pages: int) -> str:
    return "is" if pages == 1 else "are"

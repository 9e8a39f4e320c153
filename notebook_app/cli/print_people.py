"""``print contacts``, ``briefing`` and ``event``: sheets and lists of people, without a display."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.print_arguments import columns_from, left_out, paper_from
from notebook_app.cli.progress_line import progress_line
from notebook_app.cli.word_choices import choice_from
from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.reports.briefing import briefing
from notebook_app.reports.contact_parts import Part
from notebook_app.reports.date_words import DateWords
from notebook_app.reports.document import Document
from notebook_app.reports.people_style import PeopleStyle
from notebook_app.services.find_contact import find_contact
from notebook_app.services.find_event import find_event
from notebook_app.services.list_people import people_ids, read_query
from notebook_app.services.make_people_document import event_document, people_document
from notebook_app.services.prepare_briefing import prepare_briefing
from notebook_app.services.print_contacts import picture_bytes
from notebook_app.storage.notebook import Notebook

_Make = Callable[[DateWords, str], Document]


def print_contacts(options: Namespace, context: CommandContext) -> int:
    """Print those who are named, those whom ``--only`` finds, or else everyone."""
    style = choice_from(options.style or PeopleStyle.DIRECTORY.value, PeopleStyle, "style")
    shown = columns_from(options, Part)
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        people = _named_or_found(options, context, notebook)
        if options.only is not None and not people:
            raise UserProblem(f"“{options.only}” finds nobody, so nothing was printed.")
        people = _public(options, notebook, people or notebook.contacts.all_ids())

        def make(words: DateWords, language: str) -> Document:
            return people_document(
                notebook,
                style,
                people,
                words,
                lambda photo_id: picture_bytes(notebook, photo_id),
                language=language,
                shown=shown,
                progress=progress,
            )

        pages = _save(options, context, make, progress)
    words = f"{_on(pages)} on {_people(people)} {_is(pages)} in {Path(options.output)}."
    return _tell(options, context, pages, ("people", len(people)), words)


def print_briefing(options: Namespace, context: CommandContext) -> int:
    """Print what to know before one meets those who are named or found."""
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        people = _public(options, notebook, _named_or_found(options, context, notebook))
        briefed = prepare_briefing(notebook, people)
        today = context.today
        pages = _save(
            options, context, lambda words, _language: briefing(briefed, today, words), progress
        )
    words = f"A briefing on {_people(people)}, {_on(pages)}, is in {Path(options.output)}."
    return _tell(options, context, pages, ("people", len(people)), words)


def print_event(options: Namespace, context: CommandContext) -> int:
    """Print the sheet to take along to an event."""
    if not options.contacts:
        raise UserProblem("Which event?", "", "Say its name or its number: print event NAME …")
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        event = find_event(notebook, " ".join(options.contacts))
        private = left_out(options, notebook)
        pages = _save(
            options,
            context,
            lambda words, _language: event_document(notebook, event.id, words, private),
            progress,
        )
    words = f"{_on(pages)} for {event.draft.name} {_is(pages)} in {Path(options.output)}."
    return _tell(options, context, pages, ("event", event.id), words)


def _named_or_found(options: Namespace, context: CommandContext, notebook: Notebook) -> list[int]:
    people = [find_contact(notebook, words).id for words in options.contacts]
    if options.only is not None:
        people += people_ids(notebook, read_query(notebook, options.only), context.today)
    return people


def _public(options: Namespace, notebook: Notebook, people: Sequence[int]) -> list[int]:
    """Return each once, without those who are left out."""
    private = left_out(options, notebook)
    return [each for each in dict.fromkeys(people) if each not in private]


def _save(options: Namespace, context: CommandContext, make: _Make, progress: Progress) -> int:
    return context.document_printer().save_document(
        Path(options.output),
        make,
        paper=paper_from(options, context),
        progress=progress,
        remark=context.remark,
    )


def _tell(
    options: Namespace, context: CommandContext, pages: int, about: tuple[str, int], words: str
) -> int:
    if options.json:
        document: Json = {"file": str(Path(options.output)), "pages": pages}
        write_json({**document, about[0]: about[1]}, context.stdout)
    else:
        context.say(one_line(words))
    return 0


def _people(people: Sequence[int]) -> str:
    return "1 person" if len(people) == 1 else f"{len(people)} people"


def _on(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"


def _is(pages: int) -> str:
    return "is" if pages == 1 else "are"

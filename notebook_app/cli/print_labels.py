"""``print labels|envelopes|note-cards``: what handwritten notes need, as PDF."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.print_arguments import left_out
from notebook_app.cli.progress_line import progress_line
from notebook_app.cli.word_choices import choice_from
from notebook_app.foundation.problem import UserProblem
from notebook_app.reports.labels import AddressChoice, Recipients
from notebook_app.reports.labels_envelopes import ENVELOPES, find_envelope
from notebook_app.reports.page_setup import paper_of_country
from notebook_app.reports.usual_sheets import find_sheet, usual_sheet
from notebook_app.services.find_contact import find_contact
from notebook_app.services.list_people import people_ids, read_query
from notebook_app.services.print_labels import own_sheets, recipients, sender_lines, sender_of
from notebook_app.storage.notebook import Notebook

LABEL_DOCUMENTS = ("labels", "envelopes", "note-cards")


def add_label_arguments(parser: CommandParser) -> None:
    """Add what only labels and envelopes take."""
    add = parser.add_argument
    add(
        "--start",
        metavar="N",
        dest="first_label",
        type=_count,
        default=1,
        help="the first free label of a used sheet",
    )
    add("--copies", metavar="N", type=_count, default=1, help="labels for each")
    add("--outlines", action="store_true", help="with the edges of the labels, for a test")
    add("--address", metavar="A", default="preferred", help=", ".join(AddressChoice))
    add("--sender", metavar="TEXT", help=r"the sender's address on envelopes, \n between its lines")


def print_labels(options: Namespace, context: CommandContext) -> int:
    """Write the document that is asked for, say what is in it and who has no address."""
    if context.label_printer is None:
        raise UserProblem("Labels can't be printed here.")
    path, kind = Path(options.output), options.document
    choice = choice_from(options.address, AddressChoice, "address")
    printer = context.label_printer()
    with context.reading() as notebook, progress_line(context.stderr, "Printing") as progress:
        people = _people(options, context, notebook)
        if kind == "note-cards":
            pages = printer.save_cards(notebook, path, people, progress)
            return _answer(options, context, pages, len(people), ())
        found = recipients(notebook, people, choice)
        if not found.found:
            raise UserProblem("There is nothing to print.", found.missing_words())
        if kind == "labels":
            pages = printer.save_labels(
                path,
                found.found,
                find_sheet(options.style, own_sheets(notebook))
                if options.style
                else usual_sheet(options.paper or paper_of_country(notebook.region)),
                start=options.first_label,
                copies=options.copies,
                outlines=options.outlines,
                progress=progress,
            )
        else:
            pages = printer.save_envelopes(
                path,
                found.found,
                find_envelope(options.style or ENVELOPES[0].name),
                sender_of(notebook)
                if options.sender is None
                else sender_lines(options.sender.replace("\\n", "\n")),
                progress,
            )
    return _answer(options, context, pages, len(found.found), found.missing)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text[:9]) > 0):
        raise ArgumentTypeError(f"'{text[:40]}' is no number from 1 on")
    return int(text[:9])


def _people(options: Namespace, context: CommandContext, notebook: Notebook) -> list[int]:
    people = [find_contact(notebook, words).id for words in options.contacts]
    if options.only is not None or not people:
        query = read_query(notebook, options.only or "")
        people += people_ids(notebook, query, context.today)
    private = left_out(options, notebook)
    people = [each for each in dict.fromkeys(people) if each not in private]
    if not people:
        raise UserProblem("There is nothing to print.", "Nobody was found.")
    return people


def _answer(
    options: Namespace, context: CommandContext, pages: int, people: int, missing: Sequence[str]
) -> int:
    if options.json:
        answer = {
            "file": options.output,
            "pages": pages,
            "people": people,
            "missing": list(missing),
        }
        write_json(answer, context.stdout)
        return 0
    on = "1 page" if pages == 1 else f"{pages} pages"
    who = "1 person" if people == 1 else f"{people} people"
    what = options.document.capitalize().replace("-", " ")
    context.say(one_line(f"{what} for {who}, {on}, are in {options.output}."))
    if missing:
        context.stderr.write(one_line(Recipients((), tuple(missing)).missing_words()) + "\n")
    return 0

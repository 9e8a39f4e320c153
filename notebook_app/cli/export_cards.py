"""``export FILE``: everyone, or those whom a query finds, as cards, a table or a calendar."""

from argparse import Namespace
from pathlib import Path

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, WrongUsage, add_shared_arguments
from notebook_app.cli.export_calendar import (
    add_calendar_arguments,
    export_to_calendar,
    refuse_calendar_arguments,
)
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.progress_line import progress_line
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.export_csv import COLUMNS, TableChoice, export_csv
from notebook_app.services.export_vcards import PROFILES, ExportChoice, export_vcards
from notebook_app.services.list_people import people_ids, read_query

_VERSIONS = ("2.1", "3.0", "4.0")
_ENDINGS = (".vcf", ".vcard", ".zip")
_TABLES = (".csv",)
_FOR_CARDS = "--vcard-version, --profile and --one-per-person are for cards (.vcf)."
_CALENDARS = (".ics",)


def _add_arguments(parser: CommandParser) -> None:
    add = parser.add_argument
    add(
        "file",
        metavar="FILE",
        help="where to, .vcf, .csv or .ics; a file of that name is replaced (.zip: one card a"
        " person)",
    )
    add("--vcard-version", choices=_VERSIONS, help="which vCard (3.0)")
    add("--profile", choices=sorted(PROFILES), help="spell it for this system; brings its version")
    add(
        "--one-per-person",
        action="store_true",
        help="a file for each person, in a new folder or a .zip",
    )
    add(
        "--columns",
        metavar="NAME,…",
        help=f"which columns a table has, of {', '.join(COLUMNS)} (all but the last two)",
    )
    add("--excel", action="store_true", help="let Excel know that a table is UTF-8")
    add(
        "--only",
        metavar="QUERY",
        help="only those whom the query finds; see 'list --help'",
    )
    add_calendar_arguments(parser)
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    path = Path(options.file)
    ending = path.suffix.lower()
    if ending in _CALENDARS:
        if options.columns or options.excel:
            raise WrongUsage("--columns and --excel are for tables (.csv).")
        if options.vcard_version or options.profile or options.one_per_person:
            raise WrongUsage(_FOR_CARDS)
        return export_to_calendar(options, context, path)
    refuse_calendar_arguments(options)
    table = _table_choice(options) if ending in _TABLES else None
    if table is None and ending not in _ENDINGS and not options.one_per_person:
        raise WrongUsage(
            f"'{path.name}': the ending says what to write; end the name in .vcf, .csv or .ics."
        )
    if options.one_per_person and ending in (".vcf", ".vcard"):
        path = path.with_suffix("")
    choice = ExportChoice(
        _version_from(options), options.profile or "", options.one_per_person or ending == ".zip"
    )
    with context.reading() as notebook:
        ids = None
        if options.only is not None:
            ids = people_ids(notebook, read_query(notebook, options.only), context.today)
        if ids == []:
            raise UserProblem(f"“{options.only}” finds nobody, so nothing was written.")
        with progress_line(context.stderr, "Exporting") as progress:
            if table is None:
                outcome = export_vcards(notebook, path, ids, progress=progress, choice=choice)
            else:
                outcome = export_csv(notebook, path, ids, table, progress)
    if options.json:
        document = {
            "file": str(outcome.path),
            "count": outcome.count,
            "seconds": round(outcome.seconds, 3),
            "not_carried": [
                {"what": missing.what, "people": missing.people} for missing in outcome.not_carried
            ],
        }
        write_json(document, context.stdout)
    else:
        people = "1 person is" if outcome.count == 1 else f"{outcome.count} people are"
        context.say(one_line(f"{people} in {outcome.path}."))
        for missing in outcome.not_carried:
            of = "1 person" if missing.people == 1 else f"{missing.people} people"
            context.say(one_line(f"  without {missing.what} ({of})"))
    return 0


def _table_choice(options: Namespace) -> TableChoice:
    """Return how to write a table; what is for cards alone makes no sense with it."""
    if options.vcard_version or options.profile or options.one_per_person:
        raise WrongUsage(_FOR_CARDS)
    if options.columns is None:
        return TableChoice(mark=options.excel)
    chosen = tuple(name.strip() for name in options.columns.split(",") if name.strip())
    strange = [name for name in chosen if name not in COLUMNS]
    if strange or not chosen:
        what = f"'{strange[0]}' is none" if strange else "there is none"
        raise WrongUsage(f"--columns: {what} of {', '.join(COLUMNS)}.")
    return TableChoice(chosen, options.excel)


def _version_from(options: Namespace) -> str:
    """Return the version asked for, which must be the profile's own if both are given."""
    if not options.profile:
        return options.vcard_version or "3.0"
    version = PROFILES[options.profile].version.value
    if options.vcard_version not in (None, version):
        raise WrongUsage(f"--profile {options.profile} writes vCard {version}; leave one out.")
    return version


COMMAND = Command(_add_arguments, _run)

"""``imports list|undo``: the imports that were done, and taking one of them back."""

from argparse import Namespace

from notebook_app.cli.acts import Act, command_of
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser
from notebook_app.cli.json_document import Json, write_json
from notebook_app.cli.plain_text import one_line, table
from notebook_app.cli.progress_line import progress_line
from notebook_app.services.undo_import import ImportUndo, plan_undo_import, undo_import
from notebook_app.storage.import_history import PastImport


def _add_undo_arguments(parser: CommandParser) -> None:
    parser.add_argument("import_id", metavar="ID", type=int, help="as the list has it")
    parser.add_argument(
        "--dry-run", action="store_true", help="only say what would happen; nothing is written"
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="also take out people whom you edited or talked to since (they go into the trash);"
        " without it they stay",
    )


def _list(options: Namespace, context: CommandContext) -> int:
    with context.reading() as notebook:
        imports = notebook.import_history.all()
    if options.json:
        write_json([_import(past) for past in imports], context.stdout)
        return 0
    if not imports:
        context.say("Nothing was imported yet.")
        return 0
    rows = [
        (
            str(past.id),
            past.imported_at[:10],
            past.file_name,
            f"{past.added} added, {past.updated} updated, {past.rejected} unreadable",
            "taken back" if past.undone_at else "",
        )
        for past in imports
    ]
    for line in table(rows):
        context.say(line)
    return 0


def _undo(options: Namespace, context: CommandContext) -> int:
    opened = context.reading if options.dry_run else context.writing
    with opened() as notebook:
        plan = plan_undo_import(notebook, options.import_id)
        keep = () if options.all else [touched.contact_id for touched in plan.touched]
        if not options.dry_run:
            with progress_line(context.stderr, "Taking it back:") as progress:
                undo_import(notebook, options.import_id, keep, progress)
    if options.json:
        write_json(_undo_document(plan, keep, options.dry_run), context.stdout)
        return 0
    for touched in plan.touched:
        what = "stays" if touched.contact_id in keep else "goes"
        context.say("  " + one_line(f"{touched.name} {what}: {', '.join(touched.what)}"))
    done = "would be taken back" if options.dry_run else "was taken back"
    context.say(one_line(f"The import of {plan.past.file_name} {done}."))
    return 0


def _undo_document(plan: ImportUndo, keep: object, dry_run: bool) -> Json:
    kept = set(keep) if isinstance(keep, list) else set()
    return {
        "import": _import(plan.past),
        "removed": len(plan.removed),
        "reverted": len(plan.reverted),
        "touched": [
            {
                "id": touched.contact_id,
                "name": touched.name,
                "since": list(touched.what),
                "kept": touched.contact_id in kept,
            }
            for touched in plan.touched
        ],
        "undone": not dry_run,
    }


def _import(past: PastImport) -> Json:
    return {
        "id": past.id,
        "file": past.file_name,
        "imported_at": past.imported_at,
        "cards": past.cards,
        "added": past.added,
        "updated": past.updated,
        "unchanged": past.unchanged,
        "rejected": past.rejected,
        "rejected_file": past.rejected_file,
        "undone_at": past.undone_at,
    }


COMMAND = command_of(
    Act("list", "all imports, the newest first", _list),
    Act("undo", "take one import back as a whole", _undo, _add_undo_arguments),
)

"""``check``: the notebook's health; exit status 1 if anything is wrong."""

from argparse import Namespace

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.cli.plain_text import table as aligned
from notebook_app.services.check_notebook import Checkup, check_notebook

_PLURALS = {
    "contact": "People",
    "conversation": "Conversations",
    "follow_up": "Follow-ups",
    "event": "Events",
    "opportunity": "Opportunities",
}


def _add_arguments(parser: CommandParser) -> None:
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    checkup = check_notebook(context.notebook_path, context.clock)
    health = checkup.health
    if options.json:
        document = {
            "notebook": str(checkup.notebook),
            "sound": checkup.sound,
            "problems": list(health.problems),
            "version": health.version,
            "size": health.size,
            "counts": health.counts,
            "newest_backup": str(checkup.newest_backup) if checkup.newest_backup else None,
            "backed_up_at": checkup.backed_up_at,
        }
        write_json(document, context.stdout)
    else:
        _tell(checkup, context)
    return 0 if checkup.sound else 1


def _tell(checkup: Checkup, context: CommandContext) -> None:
    health = checkup.health
    facts = [
        ("Notebook", str(checkup.notebook)),
        ("Version", str(health.version)),
        ("Size", f"{health.size / 1_000_000:.1f} MB"),
        *((_PLURALS[table], str(count)) for table, count in health.counts.items()),
        ("Newest backup", checkup.backed_up_at or "none yet"),
    ]
    for line in aligned(facts):
        context.say(line)
    for problem in health.problems:
        context.stderr.write(one_line(problem) + "\n")
    if checkup.sound:
        context.say("Everything is in order.")
        return
    remedy = "There is no good backup beside it; keep the file for someone who can rescue it."
    if health.too_new:
        remedy = "It was written by a newer Contact Notebook: update this one."
    elif checkup.newest_good_backup is not None:
        remedy = (
            "Go back to the newest good backup with"
            f" --notebook '{checkup.notebook}' restore '{checkup.newest_good_backup}'"
        )
    context.stderr.write(one_line(remedy) + "\n")


COMMAND = Command(_add_arguments, _run)

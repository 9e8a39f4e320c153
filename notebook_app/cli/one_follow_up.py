"""One follow-up on the command line: found by its id or UUID, told after a change."""

from argparse import Namespace

from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.date_words import due_words
from notebook_app.cli.json_document import follow_up_json, write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.changes import ChangeSet
from notebook_app.model.follow_up import FollowUpState
from notebook_app.model.rows import FollowUpRow
from notebook_app.storage.notebook import Notebook

_LONGEST_ID = 18


def open_follow_up(notebook: Notebook, words: str) -> FollowUpRow:
    """Return the open follow-up with this id or UUID.

    Raises:
        UserProblem: there is none, or it was done or skipped already.
    """
    text = words.strip()
    numbered = text.isdecimal() and len(text) <= _LONGEST_ID
    follow_up_id = int(text) if numbered else notebook.follow_ups.id_of(text)
    row = None if follow_up_id is None else notebook.follow_ups.row(follow_up_id)
    if row is None:
        raise UserProblem(
            f"There is no follow-up {text}.", "", "'follow-up list' shows all that are open."
        )
    if row.state is not FollowUpState.OPEN:
        raise UserProblem(f"The follow-up {text} is not open any more: it was {row.state.value}.")
    return row


def tell_follow_up(
    notebook: Notebook,
    follow_up_id: int,
    changes: ChangeSet,
    options: Namespace,
    context: CommandContext,
) -> int:
    """Answer with a follow-up as it stands now, and what was understood otherwise."""
    row = notebook.follow_ups.row(follow_up_id)
    if options.json:
        write_json(follow_up_json(row) if row else None, context.stdout)
    elif row is not None:
        when = f", {due_words(row.due, context.today)}" if row.state is FollowUpState.OPEN else ""
        context.say(one_line(f"{changes.label}{when} (number {row.id})."))
    tell_otherwise(changes, options, context)
    return 0


def tell_otherwise(changes: ChangeSet, options: Namespace, context: CommandContext) -> None:
    """Say what was understood otherwise than it was given; beside a JSON document, not in it."""
    if changes.told:
        stream = context.stderr if options.json else context.stdout
        stream.write(one_line(changes.told) + "\n")

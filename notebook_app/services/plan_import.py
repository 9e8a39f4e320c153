"""Read vCard files and say what importing them would do, without writing anything."""

from collections.abc import Sequence
from dataclasses import replace

from notebook_app.foundation.progress import Progress, no_progress
from notebook_app.foundation.steady_pace import steady_pace
from notebook_app.services.card_sources import CardSource, is_table, opened_source, source_name
from notebook_app.services.group_members import tag_group_members
from notebook_app.services.import_plan import ImportPlan
from notebook_app.services.import_tables import ChosenColumns, check_uses, table_look
from notebook_app.services.match_cards import SourcedCard, match_cards
from notebook_app.services.picture_cards import PictureReader
from notebook_app.services.prepare_files import prepare_file
from notebook_app.services.prepare_table import TableReading
from notebook_app.services.reread_cards import reread_cards
from notebook_app.storage.notebook import Notebook


def plan_import(
    notebook: Notebook,
    sources: Sequence[CardSource],
    progress: Progress | None = None,
    read_picture: PictureReader | None = None,
    columns: ChosenColumns | None = None,
) -> ImportPlan:
    """Return the preview of an import.

    Args:
        notebook: where the cards would go. The running thread needs a connection to it.
        sources: files, zipped exports, folders, pictures, or names with bytes.
        progress: told how many bytes of all are read.
        read_picture: what makes pictures of QR codes readable; without it they are refused.
        columns: what the columns of tables become, where the user said it.

    Raises:
        UserProblem: a source can't be read or holds no cards; the sentence names it.
        Cancelled: the user asked to stop.
    """
    progress = progress or no_progress()
    if not notebook.read_only:
        reread_cards(notebook, progress)
    mark = notebook.imports.mark()
    cards: list[SourcedCard] = []
    tables: list[TableReading] = []
    with steady_pace():
        for source in sources:
            for name, data in opened_source(source, read_picture):
                if is_table(name, data):
                    look = table_look(notebook, name, data, columns, progress)
                    check_uses(name, look)
                    table = TableReading(name, look)
                    tables.append(table)
                    prepared = table.cards(data, notebook.region, progress)
                else:
                    prepared = prepare_file(name, data, notebook.region, progress)
                cards += ((name, card) for card in prepared)
                # The next file, or the matching, needs the room.
                del data, prepared
        cards = tag_group_members(notebook, cards)
        matched = match_cards(notebook, cards, progress)
    return ImportPlan(
        tuple(source_name(source) for source in sources),
        matched.cards,
        matched.new,
        matched.changed,
        cards,
        mark,
        tables=tuple(tables),
    )


def planned_anew(
    notebook: Notebook, plan: ImportPlan, progress: Progress | None = None
) -> ImportPlan:
    """Return the plan for the notebook as it is now, with what the user chose carried out.

    Raises:
        Cancelled: the user asked to stop.
    """
    with steady_pace():
        matched = match_cards(notebook, plan.prepared, progress or no_progress(), plan.choices)
    return replace(
        plan,
        cards=matched.cards,
        new=matched.new,
        changed=matched.changed,
        mark=notebook.imports.mark(),
    )

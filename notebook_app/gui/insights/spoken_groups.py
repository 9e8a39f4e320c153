"""The people and conversations that the balance of a time is counted from, to be listed."""

from datetime import date

from PySide6.QtCore import QLocale

from notebook_app.gui.insights.behind_group import BehindGroup, often_group
from notebook_app.gui.insights.insight_view import insight_words as _tr
from notebook_app.model.conversation import Initiator
from notebook_app.model.insights.balance_report import Measure
from notebook_app.model.rows import EntryKind
from notebook_app.storage.notebook import Notebook


def people_groups(
    notebook: Notebook, first: date, last: date, locale: QLocale
) -> list[BehindGroup]:
    """Return whom one first spoke to between two days, and to whom again, how often."""
    insights = notebook.insights
    return [
        BehindGroup(_tr("New people: {n}"), people=insights.new_people(first, last)),
        often_group(
            _tr("Strengthened: {times} (people: {n})"), insights.strengthened(first, last), locale
        ),
    ]


def talks_groups(notebook: Notebook, contact_id: int, year: int) -> list[BehindGroup]:
    """Return the conversations with somebody in a year and in the one before, and who it is."""
    words = _tr("Conversations in {year}: {n}")
    groups = [
        BehindGroup(
            words.replace("{year}", str(each)),
            acts=[
                (EntryKind.CONVERSATION, talk)
                for talk in notebook.insights.conversations_with(
                    contact_id, date(each, 1, 1), date(each, 12, 31)
                )
            ],
        )
        for each in (year, year - 1)
    ]
    return [*groups, BehindGroup(_tr("The person"), people=(contact_id,))]


def begun_groups(
    notebook: Notebook, first: date, last: date, before: Measure = Measure.REACHED_OUT
) -> list[BehindGroup]:
    """Return the conversations between two days by who began them, those ``before`` first."""
    mine = (_tr("I reached out first: {n}"), Initiator.ME.value)
    theirs = (_tr("They reached out first: {n}"), Initiator.THEM.value)
    not_said = (_tr("Not said who began: {n}"), None)
    order = (theirs, mine) if before is Measure.WAS_REACHED else (mine, theirs)
    return [
        BehindGroup(
            words,
            acts=[
                (EntryKind.CONVERSATION, each)
                for each in notebook.insights.conversations_begun(first, last, begun_by)
            ],
        )
        for words, begun_by in (*order, not_said)
    ]

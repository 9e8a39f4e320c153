"""Find what to begin with, for the follow-ups that need no talking."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from notebook_app.model.opener import Opener, opener
from notebook_app.model.rows import FollowUpRow
from notebook_app.storage.notebook import Notebook

_AROUND: Final = timedelta(days=7)
_MOST_BIRTHDAYS: Final = 10_000


def find_openers(notebook: Notebook, rows: Sequence[FollowUpRow]) -> dict[int, Opener]:
    """Return what to begin with for each of these follow-ups, by its row id."""
    today = notebook.clock.today()
    ids = [row.contact_id for row in rows]
    names = notebook.overview.given_names(ids)
    remembered = notebook.remembered.of_many(ids)
    birthdays: defaultdict[int | None, list[date]] = defaultdict(list)
    for entry in notebook.calendar.birthdays(today - _AROUND, today + _AROUND, _MOST_BIRTHDAYS):
        birthdays[entry.contact_id].append(entry.on)
    return {
        row.id: opener(
            names.get(row.contact_id, row.contact_name),
            last_topic=row.last_topic,
            remembered=next((fact.text for fact in remembered.get(row.contact_id, ())), ""),
            birthdays=tuple(birthdays.get(row.contact_id, ())),
            today=today,
        )
        for row in rows
    }

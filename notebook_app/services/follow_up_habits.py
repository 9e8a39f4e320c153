"""How the user follows up as a rule: the ladder, what fills a day, in which country and town."""

from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.record import record
from notebook_app.model.changes import Changed, ChangeSet
from notebook_app.model.ladder import OFF, rung_from
from notebook_app.model.next_days import FULL_DAY
from notebook_app.storage.notebook import Notebook

LARGEST_FULL_DAY: Final = 999

_LADDER: Final = "ladder"
_FULL_DAY: Final = "full_day"
_REGION: Final = "region"
_TOWN: Final = "town"


@record
class Habits:
    """``ladder`` is the first rung for everybody, ``off``, or empty for what fits the meeting.

    ``full_day`` follow-ups fill a day. ``region`` is the ISO 3166 code of the user's country,
    ``town`` where they live.
    """

    ladder: str = ""
    full_day: int = FULL_DAY
    region: str = ""
    town: str = ""


def habits_of(notebook: Notebook) -> Habits:
    """Return the habits; whatever can't be understood is as usual."""
    read = notebook.settings.read
    ladder, full, region, town = read(_LADDER), read(_FULL_DAY), read(_REGION), read(_TOWN)
    known = isinstance(ladder, str) and (ladder == OFF or rung_from(ladder) is not None)
    fits = isinstance(full, int) and 1 <= full <= LARGEST_FULL_DAY
    return Habits(
        ladder=str(ladder) if known else "",
        full_day=int(str(full)) if fits else FULL_DAY,
        region=region if isinstance(region, str) and region else notebook.region,
        town=town if isinstance(town, str) else "",
    )


def keep_habits(notebook: Notebook, habits: Habits) -> ChangeSet:
    """Store the habits. Telephone numbers follow another country from the next start on.

    Raises:
        UserProblem: the country is no code of two letters, or it could not be written.
    """
    region = habits.region.strip().upper()
    if region and not (len(region) == 2 and region.isascii() and region.isalpha()):
        raise UserProblem(
            f"“{habits.region}” is no country.", "", "Write its two letters, such as GB or DE."
        )
    before = habits_of(notebook)
    with notebook.change("Follow-up habits changed") as change:
        for name, value in (
            (_LADDER, habits.ladder),
            (_FULL_DAY, min(max(habits.full_day, 1), LARGEST_FULL_DAY)),
            (_TOWN, " ".join(habits.town.split())),
        ):
            notebook.settings.write(name, value)
        if region and region != before.region:
            notebook.settings.write(_REGION, region)
        change.touch(Changed.SETTING)
        # Who is proposed to whom changes with them.
        change.touch(Changed.CONTACT)
    return change.result()

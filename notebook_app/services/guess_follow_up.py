"""Reads what is to be done next as it is typed, and guesses the day where none is named."""

from dataclasses import replace
from datetime import timedelta

from notebook_app.model.follow_up_words import FollowUpWords, parse_follow_up, soon_follow_up
from notebook_app.services.next_days import good_day
from notebook_app.storage.notebook import Notebook


def guess_follow_up(notebook: Notebook, text: str) -> FollowUpWords | None:
    """Return what ``call next tue`` or ``send the slides`` means.

    Without a day it is to be done soon, on the next good day; None if neither a day nor what to do
    is named, or the day does not exist or is past.
    """
    today = notebook.clock.today()
    if (read := parse_follow_up(text, today)) is not None:
        return read
    soon, within = soon_follow_up(text, today)
    if soon is None:
        return None
    return replace(soon, due=good_day(notebook, today + timedelta(days=within)).day)

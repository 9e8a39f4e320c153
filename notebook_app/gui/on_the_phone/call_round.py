"""The calls of a day in their order: which is next, and what came of those before.

What happened is seen from the notebook alone, so that an undo, or another window, is followed.
"""

from collections import Counter
from datetime import date, timedelta
from enum import StrEnum

from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.rows import FollowUpRow
from notebook_app.storage.notebook import Notebook

_WEEK_DAYS = 7


class CallResult(StrEnum):
    """What became of a call in this round."""

    REACHED = "reached"
    NO_ANSWER = "no answer"
    LATER = "later"


class CallRound:
    """Begins with what is due today; ``take_week`` goes on with the week's."""

    def __init__(self, notebook: Notebook) -> None:
        """Take the open notebook; nothing is read before ``read``."""
        self._notebook = notebook
        self._ahead = 0
        self._waiting: list[int] = []
        self._shown: FollowUpRow | None = None
        self._results: dict[int, CallResult] = {}
        self._due_before: dict[int, date] = {}

    @property
    def shown(self) -> FollowUpRow | None:
        """The call that is next, or None at the end."""
        return self._shown

    @property
    def place(self) -> int:
        """How many calls there were until the one that is shown, itself included."""
        return len(self._results) + 1

    @property
    def total(self) -> int:
        """How many calls the round has, done or to do."""
        return len(self._results) + len(self._waiting)

    def results(self) -> Counter[CallResult]:
        """Return how often there was each result."""
        return Counter(self._results.values())

    def begin(self) -> None:
        """Begin a new round with what is due today."""
        self._ahead = 0
        self._results.clear()
        self._due_before.clear()
        self._shown = None

    def take_week(self) -> None:
        """Go on with the calls of the coming week."""
        self._ahead = _WEEK_DAYS

    def of_the_week(self, today: date) -> int:
        """Return how many calls the coming week has that are not in this round."""
        ids = self._due(today + timedelta(days=_WEEK_DAYS))
        return sum(each not in self._results and each not in self._waiting for each in ids)

    def noted(self, result: CallResult) -> None:
        """Note what came of the call that is shown, before it is written."""
        if self._shown is not None:
            self._results[self._shown.id] = result
            self._due_before[self._shown.id] = self._shown.due

    def forget(self) -> None:
        """Take back what was noted last, since it was not written."""
        if self._shown is not None:
            self._results.pop(self._shown.id, None)

    def read(self, today: date) -> None:
        """Read what is still to do; the call that is shown stays while it is."""
        self._follow_shown()
        self._waiting = self._due(today + timedelta(days=self._ahead))
        for follow_up_id in [each for each in self._waiting if each in self._results]:
            row = self._notebook.follow_ups.row(follow_up_id)
            if row is not None and row.due == self._due_before[follow_up_id]:
                del self._results[follow_up_id]
        self._waiting = [each for each in self._waiting if each not in self._results]
        shown = self._shown.id if self._shown is not None else None
        if shown not in self._waiting:
            shown = self._waiting[0] if self._waiting else None
        self._shown = None if shown is None else self._notebook.follow_ups.row(shown)

    def _follow_shown(self) -> None:
        """Count what was moved or done in another way, as by the menu behind Later."""
        before = self._shown
        if before is None or before.id in self._results:
            return
        now = self._notebook.follow_ups.row(before.id)
        if now is None or now.state is FollowUpState.SKIPPED:
            return
        if now.state is FollowUpState.DONE:
            self.noted(CallResult.REACHED)
        elif now.due > before.due:
            self.noted(CallResult.LATER)

    def _due(self, until: date) -> list[int]:
        today = self._notebook.clock.today()
        return self._notebook.follow_ups.ids_for_today(today, until, (FollowUpKind.CALL,))

"""How things stand with the page for the phone, in a few words that follow its events."""

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.phone.phone_words import receiving_words
from notebook_app.network.phone_events import (
    End,
    NetworkBack,
    NetworkGone,
    NotReached,
    PhoneEvent,
    Reached,
    Receiving,
    Stopped,
)


class PageState:
    """Begins with a page that is being opened, or is open and was not reached by anybody."""

    def __init__(self, *, is_open: bool = False) -> None:
        """Take whether the page is there already."""
        self.is_open = is_open
        self.is_receiving = False
        self.ended: End | None = None
        self.not_reached: NotReached | None = None
        self._device: str | None = None
        self._progress = (0, 0)
        self._network_gone = False

    def follow(self, event: PhoneEvent) -> None:
        """Take in what happened."""
        if isinstance(event, Reached):
            self._device = event.device
            self.not_reached = None
        elif isinstance(event, Receiving):
            self._progress = event.done, event.total
            self.is_receiving = event.total > 0
        elif isinstance(event, NotReached):
            self.not_reached = event
        elif isinstance(event, NetworkGone | NetworkBack):
            self._network_gone = isinstance(event, NetworkGone)
        elif isinstance(event, Stopped):
            self.is_open = self.is_receiving = False
            self.ended = event.why
            self.not_reached = None

    @property
    def is_trouble(self) -> bool:
        """Whether the user has to do something."""
        lost = self.ended in (End.TIME_OVER, End.FAILED)
        return lost or self._network_gone or self.not_reached is not None

    def words(self, locale: QLocale, done: str = "") -> str:
        """Return one line; ``done`` is what was brought about so far, and said between acts."""
        if self.ended is End.TIME_OVER:
            return f"{done} {_tr('The ten minutes are over; the page is closed.')}".strip()
        if self.ended is End.FAILED:
            return _tr("Something went wrong; the page is closed. Begin anew.")
        if not self.is_open:
            return _tr("One moment…")
        if self._network_gone:
            return _tr("This computer is no longer in that network.")
        if self.is_receiving:
            return receiving_words(*self._progress, locale)
        if done:
            return done
        if self._device is None:
            return _tr("Waiting for the phone…")
        if not self._device:
            return _tr("A phone has reached the page.")
        return _tr("The phone ({device}) has reached the page.").format(device=self._device)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PageState", text)

"""The page for the phone, from the moment a dialog opens it until it is closed or time is over.

The one class that others need: everything else here serves it.
"""

from collections.abc import Callable, Sequence

from notebook_app.network.phone_events import Arrived, End, PhoneEvent
from notebook_app.network.phone_files import Look, OfferedFile
from notebook_app.network.phone_limits import PhoneLimits


class PhoneSession:
    """Serves the page on one address for ten minutes at most.

    All methods may be called from any thread, and return at once.
    """

    def __init__(
        self,
        look: Look,
        wake: Callable[[], object] = lambda: None,
        limits: PhoneLimits | None = None,
    ) -> None:
        """Take what says what files are, and what is called when there is an event to take.

        ``wake`` is called from threads of the server's own: emit a signal there, nothing more.
        """
        raise NotImplementedError

    def start(
        self, address: str, offers: Sequence[OfferedFile] = (), *, receives: bool = True
    ) -> str:
        """Open the page on an address of this computer; return its URL, for the QR code.

        Raises:
            UserProblem: this computer does not have that address any more.
        """
        raise NotImplementedError

    def events(self) -> list[PhoneEvent]:
        """Return what happened since the last time, oldest first."""
        raise NotImplementedError

    @property
    def arrivals(self) -> tuple[Arrived, ...]:
        """All that arrived whole and was not let go; it stays after the page is closed."""
        raise NotImplementedError

    def let_go(self, arrival: Arrived) -> None:
        """Forget files that arrived, and make room for others."""
        raise NotImplementedError

    def offer(self, offers: Sequence[OfferedFile]) -> None:
        """Offer other files from now on."""
        raise NotImplementedError

    @property
    def url(self) -> str:
        """Where the page is; "" before the start and after the end."""
        raise NotImplementedError

    @property
    def seconds_left(self) -> float:
        """How long the page will still be there; 0 when it is not."""
        raise NotImplementedError

    def stop(self, why: End = End.CLOSED) -> None:
        """Close the page. What is still coming is dropped; ``Stopped`` is the last event."""
        raise NotImplementedError

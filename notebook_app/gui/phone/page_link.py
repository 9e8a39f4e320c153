"""Holds the page for the phone while a dialog is open, and brings its events to the window.

The page is opened on another thread: loading its server takes longer than a frame.
"""

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from notebook_app.foundation.problem import UserProblem

if TYPE_CHECKING:
    from notebook_app.network.own_addresses import OwnAddress
    from notebook_app.network.phone_files import OfferedFile
    from notebook_app.network.phone_limits import PhoneLimits
    from notebook_app.network.phone_session import PhoneSession

Squares = Sequence[Sequence[bool]]
Addresses = Callable[[], Sequence["OwnAddress"]]


class PageLink(QObject):
    """One page at a time. ``end`` closes it at once, from whatever state it is in.

    Signals:
        opened: the addresses that there are to choose from, and the one that the page is on.
        failed: why the page could not be opened, an exception.
        happened: a ``PhoneEvent``.
    """

    opened = Signal(object, str)
    failed = Signal(object)
    happened = Signal(object)
    _came = Signal(int, object, str)
    _woke = Signal()

    def __init__(
        self,
        region: str,
        parent: QObject | None = None,
        *,
        receives: bool = True,
        limits: "PhoneLimits | None" = None,
        addresses: Addresses | None = None,
    ) -> None:
        """Take the notebook's region, and whether files may be sent to the page.

        ``limits`` and ``addresses`` stand in for the usual ones.
        """
        super().__init__(parent)
        self._region = region
        self._receives = receives
        self._limits = limits
        self._addresses = addresses
        self._offers: tuple[OfferedFile, ...] = ()
        self._lock = threading.Lock()
        self._turn = 0
        self.squares: Squares = ()
        """The QR code of the page's address, row by row."""
        self._session: PhoneSession | None = None
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._woke.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    @property
    def session(self) -> "PhoneSession | None":
        """The page that is open, or was until its time was over."""
        return self._session

    def begin(self, address: str = "") -> None:
        """Open the page on an address, or on the likeliest one; another page is closed before."""
        self.end()
        threading.Thread(
            target=self._open, args=(self._turn, address), name="opening the page", daemon=True
        ).start()

    def offer(self, offers: Sequence["OfferedFile"]) -> None:
        """Offer other files from now on."""
        with self._lock:
            self._offers = tuple(offers)
            if self._session is not None:
                self._session.offer(self._offers)

    def end(self) -> None:
        """Close the page; nothing is heard of it any more."""
        with self._lock:
            self._turn += 1
            self.squares = ()
            session, self._session = self._session, None
        if session is not None:
            session.stop()

    def _open(self, turn: int, address: str) -> None:
        """Open the page, on a thread of its own; close it again if nobody wants it by then."""
        found: Sequence[OwnAddress] = ()
        chosen, trouble = "", None
        try:
            from notebook_app.network.own_addresses import AddressKind, own_addresses
            from notebook_app.services.receive_from_phone import phone_session

            found = (
                self._addresses()
                if self._addresses is not None
                else [own for own in own_addresses() if own.kind is not AddressKind.THIS_COMPUTER]
            )
            chosen = _chosen(found, address)
            session = phone_session(self._region, self._wake, self._limits)
            with self._lock:
                if turn != self._turn:
                    return
                session.start(chosen, self._offers, receives=self._receives)
                self._session = session
            # Here, since what makes codes takes long to load.
            from notebook_app.formats.qr_code import qr_squares

            squares = qr_squares(session.url, sturdy=False)
            with self._lock:
                if turn == self._turn:
                    self.squares = squares
        except Exception as error:  # it must reach the window, whatever it is
            trouble = error
        with self._lock:
            # Once it was ended, this object may be gone at any moment.
            if turn == self._turn:
                self._came.emit(turn, found if trouble is None else trouble, chosen)

    def _wake(self) -> None:
        with self._lock:
            # The server's threads may outlive this object; not what is still served.
            if self._session is not None:
                self._woke.emit()

    def _take(self, turn: int, result: object, chosen: str) -> None:
        if turn != self._turn:
            return
        if isinstance(result, Exception):
            self.failed.emit(result)
        else:
            self.opened.emit(result, chosen)

    def _pass_on(self) -> None:
        session = self._session
        for event in session.events() if session is not None else ():
            self.happened.emit(event)


def _chosen(found: Sequence["OwnAddress"], wanted: str) -> str:
    """Return the wanted address if it is there still, else the likeliest.

    Raises:
        UserProblem: there is none.
    """
    addresses = [own.address for own in found]
    if not addresses:
        raise UserProblem(
            _words("This computer is in no network."),
            remedy=_words("Connect it to the Wi-Fi that the phone is in, then begin anew."),
        )
    return wanted if wanted in addresses else addresses[0]


def _words(text: str) -> str:
    return QCoreApplication.translate("PageLink", text)

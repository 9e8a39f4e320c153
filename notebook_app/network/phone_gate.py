"""Decides from the head of a request whether it is for the page, before a byte of its body is read.

Whoever does not know the path, or calls the computer by another name than the page's (a web page
that points its own name at this address), is told nothing, and all are told it in the same words.
"""

import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from notebook_app.foundation.record import record
from notebook_app.network.phone_files import Refusal
from notebook_app.network.phone_limits import PhoneLimits
from notebook_app.network.sent_form import SentForm, boundary_of

NOT_FOUND: Final = (
    b"HTTP/1.1 404 Not Found\r\n"
    b"Content-Type: text/plain; charset=utf-8\r\n"
    b"Content-Length: 10\r\n"
    b"Connection: close\r\n"
    b"\r\n"
    b"Not found."
)
"""The one answer to all that is not for the page; no date, no name of a server."""

FILE_PATH: Final = "file"


@record
class RequestHead:
    """What a request says of itself before its body; ``length`` is None if it does not say."""

    method: str
    target: str
    headers: Mapping[str, str]
    length: int | None


@dataclass(slots=True)
class Admitted:
    """A request for the page: what it is after, and what will come or why nothing is taken."""

    parts: tuple[str, ...]
    form: SentForm | None = None
    refusal: Refusal | None = None
    transfer: "Transfer | None" = None


class PhoneGate:
    """Knows the secret path, and how much is under way and held."""

    def __init__(self, limits: PhoneLimits, host: str, secret: str, receives: bool) -> None:
        """Take the limits, the ``Host`` that requests must name, and the path's first part."""
        self.limits = limits
        self._host = host.lower().encode("latin-1", "replace")
        self._secret = secret.encode("ascii")
        self._receives = receives
        self._lock = threading.Lock()
        self._transfers = 0
        self._coming = 0
        self._held = 0

    def admit(self, head: RequestHead) -> Admitted | None:
        """Return what a request is after; None for all that gets the one answer."""
        path = head.target.partition("?")[0]
        beginning, secret, *parts = (path if path.startswith("/") else "//").split("/")
        host = head.headers.get("HOST", "").lower().encode("latin-1", "replace")
        # Both are looked at whatever the first one gave, so that time tells nothing either.
        known = secrets.compare_digest(secret.encode("latin-1", "replace"), self._secret)
        named = secrets.compare_digest(host, self._host)
        if beginning or not (known and named):
            return None
        if parts == [""]:
            parts = []
        if head.method == "GET":
            return Admitted(tuple(parts)) if not parts or parts[0] == FILE_PATH else None
        if head.method == "POST" and not parts and self._receives:
            return self._receive(head)
        return None

    def transfer(self, size: int = 0) -> "Transfer | None":
        """Return leave for one more transfer of so many bytes to be held; None if it is too many.

        Whoever gets it gives it back by ``end``.
        """
        with self._lock:
            if self._transfers >= self.limits.transfers:
                return None
            self._transfers += 1
            self._coming += size
        return Transfer(self, size)

    def let_go(self, size: int) -> None:
        """Forget bytes that were kept."""
        with self._lock:
            self._held -= size

    def _receive(self, head: RequestHead) -> Admitted:
        boundary = boundary_of(head.headers.get("CONTENT_TYPE", ""))
        if head.length is None or head.length == 0 or not boundary:
            return Admitted((), refusal=Refusal.BROKEN)
        if head.length > self.limits.transfer_bytes:
            return Admitted((), refusal=Refusal.TOO_LARGE)
        with self._lock:
            full = self._held + self._coming + head.length > self.limits.held_bytes
        if full:
            return Admitted((), refusal=Refusal.FULL)
        try:
            form = SentForm(boundary, head.length, self.limits.files)
        except ValueError:
            return Admitted((), refusal=Refusal.BROKEN)
        transfer = self.transfer(head.length)
        if transfer is None:
            return Admitted((), refusal=Refusal.BUSY)
        return Admitted((), form=form, transfer=transfer)

    def _ended(self, size: int, kept: int) -> None:
        with self._lock:
            self._transfers -= 1
            self._coming -= size
            self._held += kept


@dataclass(slots=True)
class Transfer:
    """Leave for one transfer; given back once, however often ``end`` is called."""

    gate: PhoneGate
    size: int
    kept: int = 0
    _over: bool = field(default=False)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def end(self) -> None:
        """Make room for another; ``kept`` bytes stay counted until they are let go."""
        with self._lock:
            if self._over:
                return
            self._over = True
        self.gate._ended(self.size, self.kept)

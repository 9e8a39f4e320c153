"""Answers the requests that the gate let in: the page, what was sent, what is offered."""

import re
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import Any, Final
from urllib.parse import quote

from notebook_app.foundation.safe_stem import safe_stem
from notebook_app.network.page_style import STYLE_HASH
from notebook_app.network.page_words import words_for
from notebook_app.network.phone_channel import REQUEST_KEY
from notebook_app.network.phone_events import (
    Arrived,
    Downloaded,
    Downloading,
    PhoneEvent,
    Reached,
    Refused,
)
from notebook_app.network.phone_files import (
    FileFinding,
    Look,
    OfferedFile,
    ReceivedFile,
    Refusal,
)
from notebook_app.network.phone_gate import FILE_PATH, PhoneGate, Transfer
from notebook_app.network.phone_page import PhonePage
from notebook_app.network.phone_request import PhoneRequest

SENT_TEXT: Final = "Text from the phone"
"""The name of what was written into the field for text."""

_PIECE = 65_536
_MOST_PHONES = 50
_DEVICES = ("iPhone", "iPad", "Android")
_CONTROL = re.compile(r"[^\x20-\x7e]")

# Phones of ten years ago know no hashes and take what is inline; others pass that word over where
# a hash stands beside it (CSP 2, 6.6.2.2).
_POLICY = (
    f"default-src 'none'; style-src 'unsafe-inline' 'sha256-{STYLE_HASH}'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
_STRICT: Final = (
    ("Content-Security-Policy", _POLICY),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Vary", "Accept-Language"),
)
_STATUS: Final = {
    Refusal.TOO_LARGE: "413 Content Too Large",
    Refusal.BUSY: "503 Service Unavailable",
    Refusal.FULL: "503 Service Unavailable",
}

StartResponse = Callable[[str, list[tuple[str, str]]], object]


class PhoneApplication:
    """A WSGI application; called by waitress's workers, several at once."""

    def __init__(
        self,
        gate: PhoneGate,
        path: str,
        look: Look,
        tell: Callable[[PhoneEvent], bool],
        receives: bool,
    ) -> None:
        """Take what decided, where the page is, what says what files are, and who is told.

        ``tell`` returns False when the page is being closed: then nothing arrives any more.
        """
        self.offers: tuple[OfferedFile, ...] = ()
        self._gate = gate
        self._path = path
        self._look = look
        self._tell = tell
        self._receives = receives
        self._lock = threading.Lock()
        self._phones: set[tuple[str, str]] = set()
        self._arrived: dict[bytes, Arrived] = {}

    def __call__(
        self, environment: dict[str, Any], start_response: StartResponse
    ) -> Iterable[bytes]:
        """Answer one request."""
        request: PhoneRequest = environment[REQUEST_KEY]
        admitted = request.admitted
        assert admitted is not None  # all others got the one answer
        agent = str(environment.get("HTTP_USER_AGENT", ""))
        device = next((name for name in _DEVICES if name in agent), "")
        self._note_phone(str(environment.get("REMOTE_ADDR", "")), device)
        words = words_for(str(environment.get("HTTP_ACCEPT_LANGUAGE", "")))
        page = PhonePage(words, self._path, self._gate.limits)
        notice: Arrived | Refused | None = None
        text = ""
        if admitted.form is not None or admitted.refusal is not None:
            notice = self._sent(request)
            if isinstance(notice, Refused) and admitted.form is not None:
                text = admitted.form.text
        elif admitted.parts and admitted.parts[0] == FILE_PATH:
            offer = self._offered(admitted.parts)
            if offer is not None:
                leave = self._gate.transfer()
                if leave is not None:
                    start_response("200 OK", _file_headers(offer, device))
                    return _Download(offer, leave, self._tell)
                notice = Refused(Refusal.BUSY)
        body = page.html(
            self.offers, receives=self._receives, notice=notice, text=text, device=device
        )
        reason = notice.reason if isinstance(notice, Refused) else None
        status = "404 Not Found" if admitted.parts else "200 OK"
        if reason is not None:
            status = _STATUS.get(reason, "400 Bad Request")
        headers = [("Content-Type", "text/html; charset=utf-8"), *_STRICT]
        if reason is Refusal.BUSY:
            headers.append(("Retry-After", "30"))
        start_response(status, [*headers, ("Content-Length", str(len(body)))])
        return [body]

    def forget(self, arrival: Arrived) -> None:
        """No longer know files that were let go; they may be sent again."""
        with self._lock:
            self._arrived = {key: kept for key, kept in self._arrived.items() if kept != arrival}

    def _sent(self, request: PhoneRequest) -> Arrived | Refused:
        admitted = request.admitted
        assert admitted is not None
        notice = self._arrival(request)
        if isinstance(notice, Arrived) and not notice.again:
            key = _digest(notice.files)
            with self._lock:
                # Whoever taps twice sends twice, at the same time.
                is_first = self._arrived.setdefault(key, notice) is notice
            if not is_first:
                return replace(notice, files=(), again=True)
            if admitted.transfer is not None:
                admitted.transfer.kept = sum(len(file.data) for file in notice.files)
            if not self._tell(notice):
                notice = Refused(Refusal.BROKEN_OFF)
        else:
            self._tell(notice)
        return notice

    def _arrival(self, request: PhoneRequest) -> Arrived | Refused:
        """Return what came of a sent form, without keeping or telling it."""
        admitted = request.admitted
        assert admitted is not None
        form = admitted.form
        refusal = admitted.refusal or (form.refusal if form is not None else Refusal.BROKEN)
        if refusal is not None or form is None:
            return Refused(refusal or Refusal.BROKEN)
        files = list(form.files)
        if form.text:
            files.append(ReceivedFile(SENT_TEXT, form.text.encode("utf-8")))
        if not files:
            return Refused(Refusal.NOTHING)
        findings = self._look(files)
        pairs = list(zip(files, findings, strict=True))
        taken = [(file, finding) for file, finding in pairs if finding.refusal is None]
        refused = tuple(finding for finding in findings if finding.refusal is not None)
        if not taken:
            return Refused(_first_reason(refused), refused)
        kept = tuple(file for file, _finding in taken)
        with self._lock:
            before = self._arrived.get(_digest(kept))
        if before is not None:
            return Arrived((), before.findings, refused, again=True)
        return Arrived(kept, tuple(finding for _file, finding in taken), refused)

    def _offered(self, parts: Sequence[str]) -> OfferedFile | None:
        offers = self.offers
        if len(parts) != 2 or not (parts[1].isascii() and parts[1].isdigit() and len(parts[1]) < 5):
            return None
        place = int(parts[1])
        return offers[place - 1] if 1 <= place <= len(offers) else None

    def _note_phone(self, peer: str, device: str) -> None:
        with self._lock:
            if (peer, device) in self._phones or len(self._phones) >= _MOST_PHONES:
                return
            self._phones.add((peer, device))
        self._tell(Reached(device))


class _Download:
    """The pieces of an offered file; gives its leave back however it ends."""

    def __init__(
        self, offer: OfferedFile, leave: Transfer, tell: Callable[[PhoneEvent], bool]
    ) -> None:
        self._offer = offer
        self._leave = leave
        self._tell = tell

    def __iter__(self) -> Iterator[bytes]:
        self._tell(Downloading(self._offer.name))
        data = self._offer.data
        for start in range(0, len(data), _PIECE):
            yield data[start : start + _PIECE]
        self._tell(Downloaded(self._offer.name))

    def close(self) -> None:
        """Make room for another transfer."""
        self._leave.end()


def _file_headers(offer: OfferedFile, device: str) -> list[tuple[str, str]]:
    # An iPhone shows cards and days at once that it is not told to save; others save.
    shown = "inline" if device in {"iPhone", "iPad"} else "attachment"
    name = safe_stem(offer.name)
    plain = _CONTROL.sub("_", name).replace('"', "_").replace("\\", "_")
    # RFC 6266, 4.3 and 5: the plain name for old browsers, the other for all others.
    saved = f"{shown}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return [
        ("Content-Type", offer.media_type),
        ("Content-Disposition", saved),
        ("Content-Length", str(len(offer.data))),
        *_STRICT,
    ]


def _first_reason(refused: Sequence[FileFinding]) -> Refusal:
    return next(
        (finding.refusal for finding in refused if finding.refusal is not None),
        Refusal.NOT_CONTACTS,
    )


def _digest(files: Sequence[ReceivedFile]) -> bytes:
    digest = blake2b()
    for file in sorted(files, key=lambda file: (file.name, len(file.data))):
        digest.update(f"{len(file.data)} {file.name}\n".encode())
        digest.update(file.data)
    return digest.digest()

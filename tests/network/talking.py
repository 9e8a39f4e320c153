"""What the tests of the phone's page have to say to it: bare bytes on a socket, and forms."""

import contextlib
import socket
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from notebook_app.network.phone_events import PhoneEvent
from notebook_app.network.phone_files import FileFinding, ReceivedFile, Refusal
from notebook_app.network.phone_session import PhoneSession

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Berg\r\nN:Berg;Anna;;;\r\nEND:VCARD\r\n"
BOUNDARY = "----WebKitFormBoundaryAbc123"
FORM = f"multipart/form-data; boundary={BOUNDARY}"


def plain_look(files: Sequence[ReceivedFile]) -> list[FileFinding]:
    """Count cards; what has none is refused."""
    counts = [(file.name, file.data.count(b"BEGIN:VCARD")) for file in files]
    return [
        FileFinding(name, count=count, refusal=None if count else Refusal.NOT_CONTACTS)
        for name, count in counts
    ]


@dataclass(frozen=True)
class Answer:
    """What came back: the first line, headers by their lower-case names, and the body."""

    raw: bytes

    @property
    def status(self) -> int:
        """The number of the first line; 0 if nothing came."""
        return int(self.raw.split(b" ", 2)[1]) if self.raw else 0

    @property
    def headers(self) -> dict[str, str]:
        """The headers."""
        lines = self.raw.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
        return {name.lower(): value.strip() for name, _, value in (x.partition(":") for x in lines)}

    @property
    def body(self) -> bytes:
        """What stands behind the headers."""
        return self.raw.partition(b"\r\n\r\n")[2]

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")


class Caller:
    """Calls one session from outside."""

    def __init__(self, session: PhoneSession, url: str) -> None:
        """Take a session that is open at a URL."""
        self.session = session
        parts = urlsplit(url)
        self.address, self.port = str(parts.hostname), int(parts.port or 0)
        self.host = parts.netloc
        self.path = parts.path
        self.heard: list[PhoneEvent] = []

    def connect(self, seconds: float = 5) -> socket.socket:
        """Return a connection."""
        return socket.create_connection((self.address, self.port), timeout=seconds)

    def say(self, data: bytes, seconds: float = 5) -> Answer:
        """Send bytes; return all that comes back until the other side closes."""
        with self.connect(seconds) as connection:
            with contextlib.suppress(ConnectionError):
                connection.sendall(data)
            return Answer(all_of(connection))

    def head(self, method: str = "GET", target: str | None = None, **headers: str) -> bytes:
        """Return the head of a request for the page; headers with _ for -."""
        lines = {"Host": self.host, **{k.replace("_", "-"): v for k, v in headers.items()}}
        said = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return f"{method} {self.path if target is None else target} HTTP/1.1\r\n{said}\r\n".encode()

    def get(self, target: str | None = None, **headers: str) -> Answer:
        """Ask for the page, or for another path."""
        return self.say(self.head("GET", target, **headers))

    def post_head(self, length: int, **headers: str) -> bytes:
        """Return the head of a form of so many bytes."""
        named = {"Content_Type": FORM, "Content_Length": str(length), **headers}
        return self.head("POST", **named)

    def post(self, body: bytes, seconds: float = 5, **headers: str) -> Answer:
        """Send a form."""
        return self.say(self.post_head(len(body), **headers) + body, seconds)

    def send(self, *files: tuple[str, bytes], text: str = "", **headers: str) -> Answer:
        """Send files, and text."""
        return self.post(form(files, text), **headers)

    def wait_for(self, kind: type[PhoneEvent], seconds: float = 5) -> PhoneEvent:
        """Return the first event of a kind."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for event in self.events():
                if isinstance(event, kind):
                    return event
            time.sleep(0.005)
        raise AssertionError(f"no {kind.__name__} among {self.heard}")

    def events(self) -> list[PhoneEvent]:
        """Return all that happened so far."""
        self.heard += self.session.events()
        return self.heard

    def has_heard(self, kind: type[PhoneEvent]) -> bool:
        """Return whether there was an event of a kind."""
        return any(isinstance(event, kind) for event in self.events())


def all_of(connection: socket.socket) -> bytes:
    """Return all that comes until the other side closes or resets."""
    pieces: list[bytes] = []
    with contextlib.suppress(ConnectionError):
        while piece := connection.recv(65_536):
            pieces.append(piece)
    return b"".join(pieces)


def form(files: Iterable[tuple[str, bytes]], text: str = "") -> bytes:
    """Return a form as browsers write it."""
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
        f"Content-Type: application/octet-stream\r\n\r\n".encode()
        + data
        + b"\r\n"
        for name, data in files
    ]
    parts.append(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="text"\r\n\r\n{text}\r\n'.encode()
    )
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def until(true: Callable[[], object], seconds: float = 5) -> bool:
    """Wait for something to become true; return whether it did."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.005)
    return False

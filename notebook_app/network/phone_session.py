"""The page for the phone, from the moment a dialog opens it until it is closed or time is over.

The one class that others need: everything else here serves it. Its thread is the only one that
touches connections; whoever opened it takes events when it is convenient.
"""

import contextlib
import queue
import secrets
import socket
import sys
import threading
import time
from base64 import b32encode
from collections.abc import Callable, Sequence
from typing import Protocol

from notebook_app.foundation.problem import UserProblem
from notebook_app.network.firewalls import likely_firewall
from notebook_app.network.own_addresses import own_addresses
from notebook_app.network.phone_application import PhoneApplication
from notebook_app.network.phone_events import (
    Arrived,
    End,
    NetworkBack,
    NetworkGone,
    NotReached,
    PhoneEvent,
    Receiving,
    Refused,
    Stopped,
)
from notebook_app.network.phone_files import Look, OfferedFile, Refusal
from notebook_app.network.phone_gate import PhoneGate
from notebook_app.network.phone_limits import PhoneLimits
from notebook_app.network.phone_server import PhoneServer

USUAL_PORT = 48_620
"""Taken if it is free, so that a firewall once told of it need not be told again."""

_SECRET_BYTES = 16
_STOPS_WITHIN = 2.0
_SECONDS_BETWEEN = 0.1


class SessionClock(Protocol):
    """Tells time in two ways: one stops while the computer sleeps, the other may be set back."""

    def monotonic(self) -> float:
        """Return seconds that never go back."""

    def wall(self) -> float:
        """Return seconds of the calendar."""


class _SystemClock:
    def monotonic(self) -> float:
        return time.monotonic()

    def wall(self) -> float:
        return time.time()


class PhoneSession:
    """Serves the page on one address for ten minutes at most.

    All methods may be called from any thread, and return at once.
    """

    def __init__(
        self,
        look: Look,
        wake: Callable[[], object] = lambda: None,
        limits: PhoneLimits | None = None,
        clock: SessionClock | None = None,
        addresses: Callable[[], Sequence[str]] | None = None,
    ) -> None:
        """Take what says what files are, and what is called when there is an event to take.

        ``wake`` is called from threads of the server's own, and never after ``stop`` has come
        back: emit a signal there, nothing more.
        ``addresses`` says which ones this computer has.
        """
        self._look = look
        self._wake = wake
        self._limits = limits or PhoneLimits()
        self._clock = clock or _SystemClock()
        self._addresses = addresses or _addresses_now
        self._events: queue.SimpleQueue[PhoneEvent] = queue.SimpleQueue()
        self._lock = threading.RLock()
        self._arrivals: list[Arrived] = []
        self._open = False
        self._why = End.CLOSED
        self._ending = threading.Event()
        self._door_closed = threading.Event()
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None
        self._server: PhoneServer | None = None
        self._application: PhoneApplication | None = None
        self._url = self._address = ""
        self._began = self._began_wall = 0.0
        self._receiving = (0, 0)
        self._told_receiving = 0.0
        self._gone = self._told_not_reached = False
        self._looked_at_network = 0.0

    def start(
        self, address: str, offers: Sequence[OfferedFile] = (), *, receives: bool = True
    ) -> str:
        """Open the page on an address of this computer; return its URL, for the QR code.

        Raises:
            UserProblem: this computer does not have that address any more.
        """
        if self._thread is not None:
            raise RuntimeError("a session is started once")
        bound = _bind(address)
        port = bound.getsockname()[1]
        host = f"[{address}]:{port}" if ":" in address else f"{address}:{port}"
        secret = b32encode(secrets.token_bytes(_SECRET_BYTES)).decode().rstrip("=").lower()
        gate = PhoneGate(self._limits, host, secret, receives)
        path = f"/{secret}"
        application = PhoneApplication(gate, path, self._look, self._tell, receives)
        application.offers = tuple(offers)
        self._application = application
        self._server = PhoneServer(application, gate, bound, self._told_of)
        self._address, self._url = address, f"http://{host}{path}"
        self._began, self._began_wall = self._clock.monotonic(), self._clock.wall()
        self._open = True
        self._thread = threading.Thread(
            target=self._serve, args=(self._server,), name="phone page", daemon=True
        )
        self._thread.start()
        return self._url

    def events(self) -> list[PhoneEvent]:
        """Return what happened since the last time, oldest first."""
        happened: list[PhoneEvent] = []
        with contextlib.suppress(queue.Empty):
            while True:
                happened.append(self._events.get_nowait())
        return happened

    @property
    def arrivals(self) -> tuple[Arrived, ...]:
        """All that arrived whole and was not let go; it stays after the page is closed."""
        with self._lock:
            return tuple(self._arrivals)

    def let_go(self, arrival: Arrived) -> None:
        """Forget files that arrived, and make room for others."""
        with self._lock:
            if arrival not in self._arrivals:
                return
            self._arrivals.remove(arrival)
        if self._application is not None and self._server is not None:
            self._application.forget(arrival)
            self._server.gate.let_go(sum(len(file.data) for file in arrival.files))

    def offer(self, offers: Sequence[OfferedFile]) -> None:
        """Offer other files from now on."""
        if self._application is not None:
            self._application.offers = tuple(offers)

    @property
    def url(self) -> str:
        """Where the page is; "" before the start and after the end."""
        return self._url if self._open else ""

    @property
    def seconds_left(self) -> float:
        """How long the page will still be there; 0 when it is not."""
        if not self._open:
            return 0.0
        passed = max(
            self._clock.monotonic() - self._began, self._clock.wall() - self._began_wall, 0.0
        )
        return max(0.0, self._limits.session_seconds - passed)

    def stop(self, why: End = End.CLOSED) -> None:
        """Close the page. What is still coming is dropped; ``Stopped`` is the last event."""
        if self._begin_to_end(why) and threading.current_thread() is not self._thread:
            assert self._server is not None
            self._server.pull_trigger()
            self._door_closed.wait(_STOPS_WITHIN)

    def wait_until_ended(self, seconds: float) -> bool:
        """Wait until every thread is gone, which ``stop`` does not; return whether they are."""
        return self._thread is None or self._ended.wait(seconds)

    def _begin_to_end(self, why: End) -> bool:
        with self._lock:
            if not self._open:
                return False
            self._open = False
            self._why = why
            # Under the lock, so that nothing can be told behind it.
            self._events.put(Stopped(why))
            self._ending.set()
            self._wake()
        return True

    def _tell(self, event: PhoneEvent) -> bool:
        with self._lock:
            if not self._open:
                return False
            if isinstance(event, Arrived) and not event.again:
                self._arrivals.append(event)
            self._events.put(event)
            # Under the lock too: nobody is woken any more once ``stop`` has come back.
            self._wake()
        return True

    def _told_of(self, refusal: Refusal) -> None:
        self._tell(Refused(refusal))

    # The thread of the page.

    def _serve(self, server: PhoneServer) -> None:
        try:
            while not self._ending.is_set():
                server.turn()
                self._look_around(server)
        except Exception:
            self._begin_to_end(End.FAILED)
            raise
        finally:
            server.close_door()
            self._door_closed.set()
            server.finish()
            self._ended.set()

    def _look_around(self, server: PhoneServer) -> None:
        if self.seconds_left <= 0:
            self._begin_to_end(End.TIME_OVER)
            return
        coming = [pair for channel in server.channels() if (pair := channel.coming)]
        receiving = (sum(done for done, _ in coming), sum(total for _, total in coming))
        now = time.monotonic()
        # Not at each piece: whoever is woken has more to do. The end is always told.
        is_due = now - self._told_receiving > _SECONDS_BETWEEN or not coming
        if receiving != self._receiving and is_due:
            self._receiving, self._told_receiving = receiving, now
            self._tell(Receiving(*receiving))
        if not server.has_been_reached and not self._told_not_reached:
            waited = self._clock.monotonic() - self._began
            if waited > self._limits.reach_seconds:
                self._told_not_reached = True
                self._tell(NotReached(likely_firewall(), int(server.effective_port)))
        if now - self._looked_at_network > self._limits.network_seconds:
            self._looked_at_network = now
            gone = self._address not in self._addresses()
            if gone != self._gone:
                self._gone = gone
                self._tell(NetworkGone(self._address) if gone else NetworkBack(self._address))


def _bind(address: str) -> socket.socket:
    """Return a socket on an address, on the usual port if it is free.

    Raises:
        UserProblem: this computer does not have that address any more.
    """
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    trouble: OSError | None = None
    for port in (USUAL_PORT, 0):
        bound = socket.socket(family, socket.SOCK_STREAM)
        try:
            if sys.platform == "win32":
                bound.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
            else:
                bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                bound.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            bound.bind((address, port))
            return bound
        except OSError as error:
            bound.close()
            trouble = error
    raise UserProblem(
        f"This computer can't be reached at {address} any more.",
        "",
        "Look whether it is in the Wi-Fi, and choose another address.",
    ) from trouble


def _addresses_now() -> list[str]:
    return [own.address for own in own_addresses()]

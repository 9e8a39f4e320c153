"""One connection of a phone, or of whoever else connects: one request, within a time, at a pace.

waitress cuts off only who sends nothing at all; who sends a byte a second would stay for ever.
"""

import socket
import time
from typing import Any, Protocol

from waitress.channel import HTTPChannel
from waitress.task import WSGITask

from notebook_app.network.phone_files import Refusal
from notebook_app.network.phone_gate import NOT_FOUND, PhoneGate
from notebook_app.network.phone_request import PhoneRequest

REQUEST_KEY = "notebook_app.request"
"""Where the application finds the ``PhoneRequest`` in its environment."""

_THROWN_AWAY_AT_ONCE = 262_144
_LAST_WORDS_SECONDS = 2.0
"""How long an answer waits for the other side to close first, where nothing is left unread."""


class ChannelOwner(Protocol):
    """What a channel needs of its server."""

    gate: PhoneGate

    def told_of(self, refusal: Refusal) -> object:
        """Take why a form did not arrive."""

    def add_task(self, task: object) -> None:
        """Have the channel's request answered by a worker."""


class PhoneTask(WSGITask):  # type: ignore[misc]  # waitress has no types
    """Hands the request to the application, with what came in it."""

    def get_environment(self) -> dict[str, Any]:
        """Return the environment, with the request in it."""
        environment: dict[str, Any] = super().get_environment()
        environment[REQUEST_KEY] = self.request
        return environment


class PhoneChannel(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A connection; all times are monotonic seconds."""

    task_class = PhoneTask
    server: ChannelOwner
    request: PhoneRequest | None
    close_when_flushed: bool

    def __init__(self, server: ChannelOwner, *arguments: Any, **named: Any) -> None:
        """Take what waitress hands to a channel."""
        self.limits = server.gate.limits
        self._began = self._pace_since = time.monotonic()
        self._moved = self._moved_before = 0
        self._answered = False
        self._unread = False
        self._lingers_until: float | None = None
        super().__init__(server, *arguments, **named)

    # Called by the server's own thread only.

    def received(self, data: bytes) -> bool:
        """Take bytes of the one request; what comes behind it is not looked at."""
        with self.requests_lock:
            if self.will_close or self.close_when_flushed or self._answered:
                return False
            while data and not self._answered:
                if self.request is None:
                    self.request = PhoneRequest(self.adj, self.server.gate)
                taken = self.request.received(data)
                data = data[taken:]
                if self.request.expect_continue and self.request.headers_finished:
                    self.send_continue()
                if self.request.completed:
                    self._answer(self.request)
        return True

    def readable(self) -> bool:
        """Return whether bytes are wanted; after an answer they are only thrown away."""
        return self._lingers_until is not None or bool(super().readable())

    def handle_read(self) -> None:
        """Take what came."""
        if self._lingers_until is None:
            super().handle_read()
            return
        try:
            self.recv(_THROWN_AWAY_AT_ONCE)
        except OSError:
            self.handle_close()

    def handle_write(self) -> None:
        """Send what there is; after the last byte wait a little for the other side to close.

        Closing at once while it still sends would take the answer from it (RFC 9112, 9.6).
        """
        if self.will_close or not self.close_when_flushed:
            super().handle_write()
            return
        self._flush_exception(self._flush_some)
        if self.will_close:
            self.handle_close()
        elif not self.total_outbufs_len and self.connected:
            self.close_when_flushed = False
            seconds = self.limits.linger_seconds if self._unread else _LAST_WORDS_SECONDS
            self._lingers_until = time.monotonic() + seconds
            try:
                self.socket.shutdown(socket.SHUT_WR)
            except OSError:
                self.handle_close()

    def recv(self, buffer_size: int) -> bytes:
        """Receive, and count."""
        data: bytes = super().recv(buffer_size)
        self._moved += len(data)
        return data

    def send(self, data: bytes, do_close: bool = True) -> int:
        """Send, and count."""
        sent = int(super().send(data, do_close) or 0)
        self._moved += sent
        return sent

    def handle_close(self) -> None:
        """Let go of everything; a form that did not arrive whole is told of."""
        request, self.request = self.request, None
        if request is not None:
            if request.admitted is not None and request.admitted.form is not None:
                self.server.told_of(Refusal.BROKEN_OFF)
            request.close()
        super().handle_close()

    def check_pace(self, now: float) -> None:
        """Close the connection if it takes too long in all, or is too slow."""
        if self._lingers_until is not None:
            if now > self._lingers_until:
                self.handle_close()
            return
        if self.is_at_work:
            self._pace_since, self._moved_before = now, self._moved
            return
        waits_for_head = not self._answered and self.coming is None
        if waits_for_head:
            too_slow = now - self._began > self.limits.head_seconds
        else:
            too_slow = now - self._began > self.limits.transfer_seconds or self._lags(now)
        if too_slow:
            request, self.request = self.request, None
            if request is not None:
                if not waits_for_head:
                    self.server.told_of(Refusal.TOO_SLOW)
                request.close()
            self.handle_close()

    @property
    def is_at_work(self) -> bool:
        """Whether the application has the request, and nothing waits to be sent."""
        return bool(self.requests) and not self.total_outbufs_len

    @property
    def has_answer(self) -> bool:
        """Whether an answer is being made or sent."""
        return self._answered and self._lingers_until is None

    @property
    def coming(self) -> tuple[int, int] | None:
        """How many bytes of a form have come and how many will; None if none is coming."""
        request = self.request
        if request is None or request.admitted is None or request.admitted.form is None:
            return None
        return request.admitted.form.received_bytes, request.admitted.form.length

    def _lags(self, now: float) -> bool:
        if now - self._pace_since < self.limits.pace_seconds:
            return False
        lags = self._moved - self._moved_before < self.limits.pace_bytes
        self._pace_since, self._moved_before = now, self._moved
        return lags

    def _answer(self, request: PhoneRequest) -> None:
        """Pass a request on, or give the one answer at once."""
        self.request = None
        self._answered = True
        self._unread = request.is_unread
        if request.empty or request.admitted is None:
            request.close()
            self._unread = False
            self.outbufs[-1].append(NOT_FOUND)
            self.total_outbufs_len += len(NOT_FOUND)
            self.close_when_flushed = True
        else:
            self.requests.append(request)
            self.server.add_task(self)

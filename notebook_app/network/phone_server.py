"""waitress with the channels of the page, in a thread that a flood of connections can't occupy."""

import logging
import socket
import threading
import time
from collections.abc import Callable
from typing import Any, Final

from waitress import wasyncore
from waitress.adjustments import Adjustments
from waitress.server import TcpWSGIServer
from waitress.task import ThreadedTaskDispatcher

from notebook_app.network.phone_channel import PhoneChannel
from notebook_app.network.phone_files import Refusal
from notebook_app.network.phone_gate import PhoneGate

_MORE_THREADS = 2
"""Beside one for each transfer: somebody must still be able to see the page."""

_NO_LIMIT: Final = 1 << 60
_WAITING_TO_CONNECT = 64
_IDLE_SECONDS = 0.25
_THROTTLED_SECONDS = 0.02
_WAITING_TO_SEND = 1_000_000
_LONGEST_FAREWELL = 1.0
_WORKERS_SECONDS = 5.0

Application = Callable[[dict[str, Any], Callable[..., Any]], Any]


class PhoneServer(TcpWSGIServer):  # type: ignore[misc]  # waitress has no types
    """Serves an application on a socket that is bound already.

    ``told_of`` is called with what happened to a form that did not arrive.
    """

    channel_class = PhoneChannel

    def __init__(
        self,
        application: Application,
        gate: PhoneGate,
        bound: socket.socket,
        told_of: Callable[[Refusal], object],
    ) -> None:
        """Take what answers, what decides, and where to listen."""
        for name in ("waitress", "waitress.queue", "python_multipart"):
            _quieten(logging.getLogger(name))
        self.gate = gate
        self.told_of = told_of
        self.has_been_reached = False
        self._tokens = float(_burst(gate))
        self._counted = time.monotonic()
        self._pulling = threading.Lock()
        settings = Adjustments(
            sockets=[bound],
            threads=gate.limits.transfers + _MORE_THREADS,
            ident=None,
            backlog=_WAITING_TO_CONNECT,
            recv_bytes=65_536,
            # Never on disk: the gate lets nothing in that memory has no room for.
            inbuf_overflow=_NO_LIMIT,
            outbuf_overflow=_NO_LIMIT,
            outbuf_high_watermark=_WAITING_TO_SEND,
            max_request_header_size=gate.limits.head_bytes,
            max_request_body_size=_NO_LIMIT,
            log_socket_errors=False,
            asyncore_use_poll=True,
        )
        workers = ThreadedTaskDispatcher()
        workers.set_thread_count(settings.threads)
        place = (bound.family, bound.type, bound.proto, bound.getsockname())
        super().__init__(
            application,
            {},
            True,
            bound,
            dispatcher=workers,
            adj=settings,
            sockinfo=place,
            bind_socket=False,
        )

    def turn(self) -> None:
        """Wait a moment for something to happen, and see to it."""
        seconds = _IDLE_SECONDS if self.readable() else _THROTTLED_SECONDS
        wasyncore.loop(seconds, use_poll=True, map=self._map, count=1)
        now = time.monotonic()
        for channel in self.channels():
            channel.check_pace(now)

    def channels(self) -> list[PhoneChannel]:
        """Return the connections that are open."""
        return list(self.active_channels.values())

    def set_reuse_addr(self) -> None:
        """Leave the socket as it was bound: on Windows others could take its port over."""

    def readable(self) -> bool:
        """Return whether another connection would be taken now."""
        if not self.accepting:
            return False
        limits, now = self.gate.limits, time.monotonic()
        more = (now - self._counted) * limits.accepted_a_second
        self._tokens = min(_burst(self.gate), self._tokens + more)
        self._counted = now
        return self._tokens >= 1 and len(self.active_channels) < limits.connections

    def handle_accept(self) -> None:
        """Take a connection, unless its sender has many already."""
        self._tokens -= 1
        self.has_been_reached = True
        try:
            taken = self.accept()
        except OSError:
            return
        if taken is None:
            return
        connection, peer = taken
        same = sum(channel.addr[0] == peer[0] for channel in self.channels())
        if same >= self.gate.limits.connections_a_peer:
            connection.close()
            return
        self.set_socket_options(connection)
        PhoneChannel(self, connection, peer, self.adj, map=self._map)

    def pull_trigger(self) -> None:
        """Wake the server's thread, unless it is gone: its pipe may be another file by then."""
        with self._pulling:
            if not self.trigger._closed:
                super().pull_trigger()

    def close_door(self) -> None:
        """Take no more connections, and drop those that have no answer yet."""
        for channel in self.channels():
            if not channel.has_answer:
                channel.handle_close()
        wasyncore.dispatcher.close(self)

    def finish(self) -> None:
        """Let the answers that are on their way arrive, then end every thread."""
        until = time.monotonic() + _LONGEST_FAREWELL
        while any(channel.has_answer for channel in self.channels()) and time.monotonic() < until:
            wasyncore.loop(_THROTTLED_SECONDS, use_poll=True, map=self._map, count=1)
        for channel in self.channels():
            channel.handle_close()
        self.task_dispatcher.shutdown(timeout=_WORKERS_SECONDS)
        with self._pulling:
            self.trigger.close()


def _burst(gate: PhoneGate) -> float:
    return max(2.0, gate.limits.accepted_a_second / 4)


def _quieten(logger: logging.Logger) -> None:
    """Keep what strangers send out of the standard error, where Python puts what nobody takes."""
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())

"""Reads the head of a request with waitress's parser, and takes a body only where it is wanted.

waitress itself would hold a whole body, on disk if it is large, before it looked at the path.
"""

from typing import Any

from waitress.parser import HTTPRequestParser, ParsingError

from notebook_app.network.phone_gate import Admitted, PhoneGate, RequestHead


class PhoneRequest(HTTPRequestParser):  # type: ignore[misc]  # waitress has no types
    """A request; ``admitted`` is None for all that gets the one answer."""

    body_rcv: Any
    chunked: bool
    content_length: int
    expect_continue: bool

    def __init__(self, adjustments: object, gate: PhoneGate) -> None:
        """Take waitress's settings, and what decides."""
        super().__init__(adjustments)
        self.admitted: Admitted | None = None
        self._gate = gate
        self._body_expected = False

    def received(self, data: bytes) -> int:
        """Take the next bytes; return how many of them belong to the request."""
        taken = int(super().received(data))
        if self.error is not None:
            # Too long a head, or one that is none: waitress would say so in its own words.
            self.admitted = None
        return taken

    def parse_header(self, header_plus: bytes) -> None:
        """Read the head, and take the body away from what is not to have one."""
        try:
            super().parse_header(header_plus)
        except ValueError as error:
            # Of lengths with thousands of digits, and of targets that are no addresses.
            raise ParsingError("not a request") from error
        self._body_expected = self.body_rcv is not None
        length = None if self.chunked else self.content_length
        target = str(getattr(self, "request_uri", ""))
        self.admitted = self._gate.admit(
            RequestHead(str(self.command), target, dict(self.headers), length)
        )
        form = self.admitted.form if self.admitted else None
        self.body_rcv = form
        self.chunked, self.content_length = False, 0
        self.expect_continue = self.expect_continue and form is not None
        # One request for each connection: what a phone saves by more, a stranger would too.
        self.headers["CONNECTION"] = "close"

    @property
    def is_unread(self) -> bool:
        """Whether the other side may still be sending a body that nobody reads."""
        form = self.admitted.form if self.admitted else None
        return not form.is_whole if form is not None else self._body_expected

    def close(self) -> None:
        """Let go of what came, and make room for other transfers."""
        super().close()
        if self.admitted is not None and self.admitted.transfer is not None:
            self.admitted.transfer.end()

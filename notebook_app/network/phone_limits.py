"""How much, how long and how often a phone may send, in one table; tests take smaller ones."""

from notebook_app.foundation.record import record

MEGABYTE = 1_000_000


@record
class PhoneLimits:
    """Sizes in bytes, times in seconds.

    ``transfer_bytes`` may come in one sending, ``held_bytes`` wait here for the user in all.
    ``pace_bytes`` must come or go in every ``pace_seconds``, however patient the other side is.
    ``accepted_a_second`` connections are taken, so that a flood can't hold up the window.
    """

    session_seconds: float = 600
    transfer_bytes: int = 64 * MEGABYTE
    held_bytes: int = 192 * MEGABYTE
    transfers: int = 5
    files: int = 200
    head_bytes: int = 16_384
    head_seconds: float = 10
    transfer_seconds: float = 300
    pace_bytes: int = 40_000
    pace_seconds: float = 10
    linger_seconds: float = 30
    connections: int = 64
    connections_a_peer: int = 16
    accepted_a_second: int = 150
    reach_seconds: float = 45
    network_seconds: float = 3

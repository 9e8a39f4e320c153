"""What happens while the page for the phone is open, told to whoever opened it."""

from enum import StrEnum

from notebook_app.foundation.record import record
from notebook_app.network.firewalls import Firewall
from notebook_app.network.phone_files import FileFinding, ReceivedFile, Refusal


class End(StrEnum):
    """Why the page is no longer there."""

    CLOSED = "closed"
    TIME_OVER = "time is over"
    FAILED = "failed"


@record
class Reached:
    """A phone opened the page; told once for each phone. ``device`` is its kind, or ""."""

    device: str


@record
class Receiving:
    """So many bytes of so many have come; of all that are being sent at this moment."""

    done: int
    total: int


@record
class Arrived:
    """Files arrived whole. ``findings`` go with ``files``; ``refused`` are those not taken.

    ``again`` tells that the very same files had come before: they are not held twice.
    """

    files: tuple[ReceivedFile, ...]
    findings: tuple[FileFinding, ...]
    refused: tuple[FileFinding, ...] = ()
    again: bool = False

    @property
    def cards(self) -> int:
        """How many contact cards there are in all, as far as can be counted."""
        return sum(finding.count for finding in self.findings)


@record
class Refused:
    """Nothing of what was sent was taken. ``files`` are named where the reason is theirs."""

    reason: Refusal
    files: tuple[FileFinding, ...] = ()


@record
class Downloading:
    """A phone began to fetch an offered file."""

    name: str


@record
class Downloaded:
    """A phone fetched an offered file to its end."""

    name: str


@record
class NotReached:
    """Nobody connected for a while: a firewall may be in the way, or it is another network."""

    firewall: Firewall
    port: int


@record
class NetworkGone:
    """The computer lost the address that the page is served on."""

    address: str


@record
class NetworkBack:
    """The computer has that address again."""

    address: str


@record
class Stopped:
    """The page is no longer there; nothing comes after this."""

    why: End


PhoneEvent = (
    Reached
    | Receiving
    | Arrived
    | Refused
    | Downloading
    | Downloaded
    | NotReached
    | NetworkGone
    | NetworkBack
    | Stopped
)

"""Opens the page on which a phone sends contacts, and hands what came to the import's preview.

What came stays in memory until the user goes on; then it goes the way of a file that was dropped
on the window, under its name.
"""

from collections.abc import Callable, Sequence

from notebook_app.network.firewalls import Firewall
from notebook_app.network.phone_application import SENT_TEXT
from notebook_app.network.phone_events import Arrived, NotReached
from notebook_app.network.phone_files import FileFinding, ReceivedFile
from notebook_app.network.phone_limits import PhoneLimits
from notebook_app.network.phone_session import PhoneSession
from notebook_app.services.card_sources import CardSource
from notebook_app.services.look_at_received import look_at_received
from notebook_app.services.received_text import text_as_cards

WHAT_OTHERS_SEE = (
    "Others in this network could read along what is sent, since it is not encrypted; they can't "
    "find the page without its address, and nothing goes over the internet."
)
"""What the local network can see, in one sentence for the dialog."""


def phone_session(
    region: str, wake: Callable[[], object], limits: PhoneLimits | None = None
) -> PhoneSession:
    """Return a session that takes contacts, calendars, tables and pictures of codes.

    Args:
        region: of the notebook, for numbers without a country code in plain text.
        wake: called from other threads when there are events; emit a signal there, nothing more.
        limits: smaller ones, for tests.
    """

    def look(files: Sequence[ReceivedFile]) -> list[FileFinding]:
        return look_at_received(files, region)

    return PhoneSession(look, wake, limits)


def received_sources(arrivals: Sequence[Arrived], region: str) -> list[CardSource]:
    """Return what arrived as sources for ``plan_import``, in the order in which it came.

    Two files of one name get different ones, since a preview tells files by their names.
    """
    given: set[str] = set()
    sources: list[CardSource] = []
    for file in (file for arrival in arrivals for file in arrival.files):
        name, data = file.name, file.data
        if name == SENT_TEXT:
            data = text_as_cards(data.decode("utf-8", "replace"), region)
        sources.append((_another(name, given), data))
    return sources


def not_reached_words(event: NotReached) -> tuple[str, str]:
    """Return why the phone could perhaps not reach this computer, and what to do about it.

    The second is what to type, or "" where that is no matter of typing.
    """
    return _REASONS[event.firewall], _COMMANDS.get(event.firewall, "").format(port=event.port)


_SAME_NETWORK = (
    "The phone could not reach this computer. Look whether the phone is in the same Wi-Fi and not "
    "on mobile data; guest Wi-Fis often keep devices apart. "
)
_REASONS = {
    Firewall.NONE_SEEN: f"{_SAME_NETWORK}If it is, choose another address above.",
    Firewall.UFW: f"{_SAME_NETWORK}If it is, this computer's firewall (ufw) may be in the way.",
    Firewall.FIREWALLD: f"{_SAME_NETWORK}If it is, this computer's firewall (firewalld) may be "
    "in the way.",
    Firewall.NFTABLES: f"{_SAME_NETWORK}If it is, this computer's firewall (nftables) may be in "
    "the way.",
    Firewall.WINDOWS: f"{_SAME_NETWORK}If it is, allow Contact Notebook in Windows Security → "
    "Firewall → Allow an app through firewall, for private networks.",
    Firewall.MACOS: f"{_SAME_NETWORK}If it is, allow incoming connections in System Settings → "
    "Network → Firewall.",
}
_COMMANDS = {
    Firewall.UFW: "sudo ufw allow {port}/tcp",
    Firewall.FIREWALLD: "sudo firewall-cmd --add-port={port}/tcp",
    Firewall.NFTABLES: "sudo nft insert rule inet filter input tcp dport {port} accept",
}


def _another(name: str, given: set[str]) -> str:
    stem, dot, ending = name.rpartition(".")
    another, number = name, 1
    while another.casefold() in given:
        number += 1
        another = f"{stem} {number}.{ending}" if dot else f"{name} {number}"
    given.add(another.casefold())
    return another

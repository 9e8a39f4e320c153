"""What the dialogs say of addresses, files and refusals, in the user's words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.network.own_addresses import AddressKind, OwnAddress
from notebook_app.network.phone_files import FileFinding, FileKind, Refusal

_LONGEST_NAME: Final = 40
_MEGABYTE: Final = 1_000_000


def address_words(own: OwnAddress) -> str:
    """Return an address with what a phone may expect of it: ``192.168.1.23 · wlan0``."""
    kinds = {
        AddressKind.PUBLIC: _tr("open to the internet"),
        AddressKind.PRIVATE_NETWORK: _tr("VPN: phones don't get there"),
        AddressKind.VIRTUAL: _tr("Docker or virtual machines: phones don't get there"),
        AddressKind.LINK_LOCAL: _tr("without a router"),
        AddressKind.THIS_COMPUTER: _tr("this computer only"),
    }
    interface = own.interface
    if len(interface) > _LONGEST_NAME:
        interface = f"{interface[: _LONGEST_NAME - 1]}…"
    words = " · ".join(part for part in (own.address, interface) if part)
    kind = kinds.get(own.kind)
    return f"{words} ({kind})" if kind else words


def finding_words(finding: FileFinding, locale: QLocale) -> str:
    """Return what a file is that arrived: ``phone.vcf: 212 contacts``."""
    kinds = {
        FileKind.TABLE: _tr("a table"),
        FileKind.CALENDAR: _tr("a calendar"),
        FileKind.PICTURE: _tr("a picture"),
        FileKind.CARDS: _tr("contacts"),
    }
    what = kinds[finding.kind]
    if finding.kind is FileKind.CARDS and finding.count:
        what = contacts_words(finding.count, locale)
    return f"{finding.name}: {what}"


def contacts_words(count: int, locale: QLocale) -> str:
    """Return ``1 contact`` or ``212 contacts``."""
    if count == 1:
        return _tr("1 contact")
    return _tr("{count} contacts").format(count=locale.toString(count))


def arrived_words(files: Sequence[FileFinding], locale: QLocale) -> str:
    """Return ``3 files, 212 contacts arrived``."""
    people = sum(finding.count for finding in files)
    words = _tr("1 file")
    if len(files) != 1:
        words = _tr("{count} files").format(count=locale.toString(len(files)))
    parts = [words, *([contacts_words(people, locale)] if people else [])]
    return _tr("{what} arrived").format(what=", ".join(parts))


def receiving_words(done: int, total: int, locale: QLocale) -> str:
    """Return how far a transfer is, in megabytes."""
    if total <= 0:
        return _tr("Receiving…")
    return _tr("Receiving: {done} of {total} MB").format(
        done=locale.toString(done / _MEGABYTE, "f", 1),
        total=locale.toString(total / _MEGABYTE, "f", 1),
    )


def refusal_words(refusal: Refusal) -> str:
    """Return why something was not taken; the phone says it too, and what to do."""
    words = {
        Refusal.NOTHING: _tr("nothing was chosen on the phone"),
        Refusal.EMPTY: _tr("it is empty"),
        Refusal.NOT_CONTACTS: _tr("there are no contacts in it"),
        Refusal.DAMAGED: _tr("it is damaged or locked"),
        Refusal.TOO_LARGE: _tr("it is too large for one sending"),
        Refusal.TOO_MANY: _tr("those are too many files at once"),
        Refusal.BUSY: _tr("too many were sending at once"),
        Refusal.FULL: _tr("there is no room for more: look first at what arrived"),
        Refusal.BROKEN: _tr("it did not arrive whole"),
        Refusal.BROKEN_OFF: _tr("it did not arrive whole"),
        Refusal.TOO_SLOW: _tr("the connection was too slow"),
    }
    return words[refusal]


def time_words(seconds: float) -> str:
    """Return ``9:41 left``."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    return _tr("{time} left").format(time=f"{minutes}:{rest:02}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PhoneWords", text)

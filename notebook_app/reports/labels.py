"""What goes on address labels: whose, which lines, and on which label of which sheet; no Qt."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.record import record
from notebook_app.model.contact import Address, Contact, ContactKind
from notebook_app.reports.label_sheets import LabelSheet
from notebook_app.reports.postal_address import LINE_LENGTH, is_complete, postal_lines
from notebook_app.reports.shortening import one_line

MOST_COPIES: Final = 1_000
MOST_LABELS: Final = 100_000
_HOME: Final = "home"


class AddressChoice(StrEnum):
    """Which address of somebody who has several."""

    PREFERRED = "preferred"
    HOME = "home"
    WORK = "work"


@record
class Recipient:
    """Somebody to write to. ``organization`` may be empty, ``lines`` never are."""

    contact_id: int
    name: str
    organization: str
    lines: tuple[str, ...]

    def all_lines(self) -> tuple[str, ...]:
        """Return the lines from the name to the country."""
        names = (self.name, self.organization) if self.organization else (self.name,)
        return names + self.lines


@record
class Recipients:
    """Those who can be written to, and the names of those whose address is missing."""

    found: tuple[Recipient, ...]
    missing: tuple[str, ...] = ()

    def missing_words(self, most: int = 6) -> str:
        """Return who has no address, the first few by name; nothing if everybody has one."""
        if not self.missing:
            return ""
        names = ", ".join(self.missing[:most])
        more = len(self.missing) - most
        who = f"{names} and {more:,} more" if more > 0 else names
        return f"No address, so not printed: {who}."


@record
class LabelPlan:
    """``pages`` has for each page the label numbers, from 0, with what goes on them."""

    pages: tuple[tuple[tuple[int, Recipient], ...], ...]


def recipient_of(contact: Contact, choice: AddressChoice, region: str) -> Recipient | None:
    """Return how to write to somebody from the country ``region``; None without an address."""
    address = _chosen(contact.details.addresses, choice)
    if address is None:
        return None
    details = contact.details
    name = one_line(details.display_name, LINE_LENGTH)
    organization = one_line(details.organization, LINE_LENGTH)
    at_home = address.label.casefold() == _HOME
    if at_home or details.kind is ContactKind.ORGANIZATION or organization == name:
        # Nobody gets a letter from the chamber of commerce at home.
        organization = ""
    return Recipient(contact.id, name, organization, postal_lines(address, region))


def plan_labels(
    recipients: Sequence[Recipient], sheet: LabelSheet, start: int = 1, copies: int = 1
) -> LabelPlan:
    """Return what goes on which label; ``start`` is the first free one of the first sheet, from 1.

    Raises:
        UserProblem: there is nobody to write to, or no such label on the sheet.
    """
    if not recipients:
        raise UserProblem("There is nothing to print.", "Nobody chosen has an address.")
    if not 1 <= start <= sheet.count:
        raise UserProblem(
            f"{sheet.name} has no label {start}.", "", f"Begin at one from 1 to {sheet.count}."
        )
    if not 1 <= copies <= MOST_COPIES or len(recipients) * copies > MOST_LABELS:
        raise UserProblem(
            f"So many labels can't be printed at once: {len(recipients) * copies:,}.",
            "",
            f"Choose at most {MOST_COPIES:,} copies, and {MOST_LABELS:,} labels.",
        )
    wanted = [recipient for recipient in recipients for _copy in range(copies)]
    pages: list[tuple[tuple[int, Recipient], ...]] = []
    used, free = 0, start - 1
    while used < len(wanted):
        part = wanted[used : used + sheet.count - free]
        pages.append(tuple(enumerate(part, free)))
        used, free = used + len(part), 0
    return LabelPlan(tuple(pages))


def _chosen(addresses: Sequence[Address], choice: AddressChoice) -> Address | None:
    complete = [address for address in addresses if is_complete(address)]
    complete.sort(key=lambda address: not address.preferred)
    if choice is not AddressChoice.PREFERRED:
        other = {_HOME, AddressChoice.WORK.value} - {choice.value}
        # One without a label may be it; one that says it is the other is not.
        complete = [each for each in complete if each.label.casefold() not in other]
        complete.sort(key=lambda address: address.label.casefold() != choice.value)
    return complete[0] if complete else None

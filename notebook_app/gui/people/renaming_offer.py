"""Offers to rename an organisation at its people too, once it was renamed itself."""

from PySide6.QtCore import QCoreApplication

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.contact import ContactDetails, ContactKind
from notebook_app.services.rename_organization import people_to_rename, rename_at_people


def offer_renaming(desk: Desk, before: ContactDetails, now: ContactDetails) -> None:
    """Offer it beside the message said last; nothing if it is no organisation or none was named."""
    old, new = before.display_name, now.display_name
    if now.kind is not ContactKind.ORGANIZATION or old == new:
        return
    count = people_to_rename(desk.notebook, old)
    if not count:
        return
    title = _tr("Renaming at its people")
    desk.provide(
        Act.RENAME_AT_PEOPLE,
        lambda: desk.write_many(
            count, lambda progress: rename_at_people(desk.notebook, old, new, progress), title
        ),
    )
    words = _tr("Rename it at its {count} people too").format(count=count)
    if count == 1:
        words = _tr("Rename it at its one person too")
    desk.more_offered.emit(words, Act.RENAME_AT_PEOPLE)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RenamingOffer", text)

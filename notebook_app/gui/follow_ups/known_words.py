"""What one knows of a follow-up before saying what came of it, in one line."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import ago_words
from notebook_app.model.rows import FollowUpRow


def known_words(row: FollowUpRow, today: date, locale: QLocale) -> str:
    """Return such as ``Promised · the price list · tried once · last spoke 3 weeks ago``."""
    parts = [" ".join(row.note.split())[:300]]
    if row.promised:
        parts.insert(0, _tr("Promised"))
    if row.tried:
        tried = _tr("tried {count} times") if row.tried > 1 else _tr("tried once")
        parts.append(tried.format(count=locale.toString(row.tried)))
    if row.last_conversation is not None:
        ago = ago_words(row.last_conversation, today, locale)
        parts.append(_tr("last spoke {ago}").format(ago=ago))
    return " · ".join(part for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("KnownWords", text)

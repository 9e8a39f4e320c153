"""The quiet second line of a follow-up: why it was planned, and how long one has not spoken."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import ago_words
from notebook_app.model.rows import FollowUpRow, LosingTouchRow

_LONG_AGO_DAYS = 60
_SHOWN = 300


def reason_words(row: FollowUpRow, today: date, locale: QLocale) -> str:
    """Return the note, and the last conversation if it is long ago or there is no note."""
    note = one_line(row.note)
    last = row.last_conversation
    if last is None:
        return note or _tr("no conversation written down yet")
    spoke = _tr("last spoke {ago}").format(ago=ago_words(last, today, locale))
    if note:
        return f"{note}; {spoke}" if (today - last).days > _LONG_AGO_DAYS else note
    return _about(spoke, row.last_topic)


def losing_touch_words(row: LosingTouchRow, today: date, locale: QLocale) -> str:
    """Return ``every 6 weeks · last spoke 9 weeks ago: his new workshop``."""
    if row.last_conversation is None:
        return f"{row.cadence} · {_tr('no conversation written down yet')}"
    ago = ago_words(row.last_conversation, today, locale)
    return f"{row.cadence} · {_about(_tr('last spoke {ago}').format(ago=ago), row.last_topic)}"


def one_line(text: str) -> str:
    """Return the beginning of ``text`` without line breaks."""
    return " ".join(text[:_SHOWN].split())


def _about(spoke: str, topic: str) -> str:
    topic = one_line(topic)
    return _tr("{spoke}: {topic}").format(spoke=spoke, topic=topic) if topic else spoke


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReasonWords", text)

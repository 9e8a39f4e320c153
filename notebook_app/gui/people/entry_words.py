"""What an entry of a timeline says, in plain words: title, day, and the small last line."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import time_words
from notebook_app.gui.people.short_dates import qt_date
from notebook_app.model.name_form import names_list
from notebook_app.model.rows import EntryKind, TimelineEntry


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)


def entry_title(entry: TimelineEntry) -> str:
    """Return the first words of an entry; done follow-ups carry a tick."""
    if entry.kind is EntryKind.FOLLOW_UP and "done" in entry.badges:
        return f"✓ {entry.title}"
    return entry.title


def entry_date(entry: TimelineEntry, locale: QLocale) -> str:
    """Return the day, and the time if it is known; the year stands above the month."""
    day = locale.toString(qt_date(entry.on), "ddd d MMM")
    return day if entry.at is None else f"{day}, {time_words(entry.at, locale)}"


def entry_foot(entry: TimelineEntry) -> str:
    """Return the small last line: who else was there, and what was offered."""
    parts = []
    if entry.others:
        parts.append(_tr("With {names}").format(names=names_list(entry.others)))
    if entry.told_about:
        parts.append(_tr("Told about: {services}").format(services=", ".join(entry.told_about)))
    return "  ·  ".join(parts)


def entry_words(entry: TimelineEntry, today: date, locale: QLocale) -> str:
    """Return the whole entry as plain text, to be copied or read out."""
    form = "ddd d MMM" if entry.on.year == today.year else "ddd d MMM yyyy"
    head = f"{locale.toString(qt_date(entry.on), form)}: {entry.title}"
    badges = [badge for badge in entry.badges if badge != "done"]
    if badges:
        head = f"{head} ({', '.join(badges)})"
    return "\n".join(part for part in (head, entry.text, entry_foot(entry)) if part)

"""What an entry of a timeline says, in plain words: title, day, and the small last line."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import time_words
from notebook_app.gui.people.short_dates import qt_date
from notebook_app.gui.timeline.entry_text import Piece
from notebook_app.model.rows import EntryKind, TimelineEntry

_BETWEEN = "  ·  "


def _tr(text: str) -> str:
    return QCoreApplication.translate("Timeline", text)


def entry_title(entry: TimelineEntry) -> str:
    """Return the first words of an entry; done follow-ups carry a tick."""
    if entry.kind is EntryKind.FOLLOW_UP and "done" in entry.badges:
        return f"✓ {entry.title}"
    return entry.title


def entry_date(entry: TimelineEntry, locale: QLocale, *, day_above: bool = False) -> str:
    """Return the day, and the time if it is known; the year stands above the month.

    With the ``day_above`` the card only the time is left to say.
    """
    at = "" if entry.at is None else time_words(entry.at, locale)
    if day_above:
        return at
    day = locale.toString(qt_date(entry.on), "ddd d MMM")
    return f"{day}, {at}" if at else day


def people_pieces(entry: TimelineEntry) -> list[Piece]:
    """Return the names of the people in it, each leading to them, and how many others there are."""
    pieces: list[Piece] = []
    for person in entry.people:
        if pieces:
            pieces.append(Piece(", "))
        pieces.append(Piece(" ".join(person.name.split()), person))
    if entry.more_people:
        words = _tr("and {count} others").format(count=entry.more_people)
        pieces.append(Piece(f" {words}" if pieces else words))
    return pieces


def foot_pieces(entry: TimelineEntry, *, with_people: bool = True) -> list[Piece]:
    """Return the small last line: who else was there, what was offered, what it led to."""
    parts: list[list[Piece]] = []
    if with_people and entry.people:
        before, after = _tr("With {names}").split("{names}")
        parts.append([Piece(before), *people_pieces(entry), Piece(after)])
    if entry.told_about:
        words = _tr("Told about: {services}").format(services=", ".join(entry.told_about))
        parts.append([Piece(words)])
    for words, person in entry.led_to:
        parts.append([Piece(f"{words}: "), Piece(" ".join(person.name.split()), person)])
    pieces: list[Piece] = []
    for part in parts:
        if pieces:
            pieces.append(Piece(_BETWEEN))
        pieces += part
    return pieces


def entry_words(entry: TimelineEntry, today: date, locale: QLocale, *, names: bool = False) -> str:
    """Return the whole entry as plain text, to be copied or read out.

    ``names`` puts the people first, as the timeline of everybody does.
    """
    form = "ddd d MMM" if entry.on.year == today.year else "ddd d MMM yyyy"
    day = locale.toString(qt_date(entry.on), form)
    who = "".join(piece.words for piece in people_pieces(entry)) if names else ""
    head = f"{day}: {who} · {entry.title}" if who else f"{day}: {entry.title}"
    badges = [badge for badge in entry.badges if badge != "done"]
    if badges:
        head = f"{head} ({', '.join(badges)})"
    foot = "".join(piece.words for piece in foot_pieces(entry, with_people=not names))
    return "\n".join(part for part in (head, entry.text, foot) if part)

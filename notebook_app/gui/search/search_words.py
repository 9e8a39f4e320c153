"""The words around what a search found: headings, what a fragment is of, when it was."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.channel_words import channel_name
from notebook_app.gui.follow_ups.due_words import due_kind, due_words, short_day
from notebook_app.gui.follow_ups.kind_words import kind_name
from notebook_app.gui.widgets.badge import BadgeKind
from notebook_app.model.conversation import Channel
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.found import Found, FoundIn, FoundKind
from notebook_app.model.opportunity import OpportunityState


def heading_words(kind: FoundKind) -> str:
    """Return the heading of a group."""
    return {
        FoundKind.PEOPLE: _tr("People"),
        FoundKind.CONVERSATIONS: _tr("Conversations"),
        FoundKind.FOLLOW_UPS: _tr("Follow-ups"),
        FoundKind.EVENTS: _tr("Events"),
        FoundKind.OPPORTUNITIES: _tr("Opportunities"),
    }[kind]


def count_words(count: int, counted_all: bool, locale: QLocale) -> str:
    """Return ``12``, or ``200+`` where nobody counted further."""
    return locale.toString(count) + ("" if counted_all else "+")


def more_words(kind: FoundKind) -> str:
    """Return what the line at the end of a group says."""
    return {
        FoundKind.PEOPLE: _tr("More people…"),
        FoundKind.CONVERSATIONS: _tr("More conversations…"),
        FoundKind.FOLLOW_UPS: _tr("More follow-ups…"),
        FoundKind.EVENTS: _tr("More events…"),
        FoundKind.OPPORTUNITIES: _tr("More opportunities…"),
    }[kind]


def before_fragment(found: Found) -> str:
    """Return the word before a fragment: what it is of, or what kind of act it tells of."""
    if found.kind is FoundKind.CONVERSATIONS:
        return channel_name(Channel(found.sort))
    if found.kind is FoundKind.FOLLOW_UPS:
        return kind_name(FollowUpKind(found.sort))
    if not found.fragment.text:
        return ""
    return {
        FoundIn.NOTE: _tr("Note"),
        FoundIn.PHONE: _tr("Phone"),
        FoundIn.EMAIL: _tr("E-mail"),
        FoundIn.LINK: _tr("Link"),
        FoundIn.ADDRESS: _tr("Address"),
        FoundIn.TAG: _tr("Tag"),
        FoundIn.WORK: _tr("Work"),
        FoundIn.NAME: _tr("Also called"),
        FoundIn.RELATED: _tr("Related"),
        FoundIn.OWN_FIELD: "",
        FoundIn.REMEMBERED: _tr("To remember"),
        FoundIn.PLACE: _tr("Place"),
        FoundIn.GOAL: _tr("Goal"),
        FoundIn.HOST: _tr("Host"),
        FoundIn.TEXT: "",
    }[found.part]


def when_words(found: Found, today: date, locale: QLocale) -> str:
    """Return the day of something that happened; empty for people and open follow-ups."""
    if found.on is None or badge_of(found, today, locale) is not None:
        return ""
    return short_day(found.on, today, locale)


def badge_of(found: Found, today: date, locale: QLocale) -> tuple[str, BadgeKind] | None:
    """Return the badge at the end of a line: what is due, and how things stand."""
    if found.kind is FoundKind.FOLLOW_UPS and found.on is not None:
        if found.state == FollowUpState.OPEN:
            return due_words(found.on, found.at, today, locale), due_kind(found.on, today)
        done = found.state == FollowUpState.DONE
        return (_tr("done") if done else _tr("skipped")), BadgeKind.NEUTRAL
    if found.kind is FoundKind.OPPORTUNITIES:
        return {
            OpportunityState.OPEN: (_tr("open"), BadgeKind.BLUE),
            OpportunityState.WON: (_tr("won"), BadgeKind.ACCENT),
            OpportunityState.LOST: (_tr("lost"), BadgeKind.NEUTRAL),
        }[OpportunityState(found.state)]
    return None


def spoken_words(found: Found, today: date, locale: QLocale) -> str:
    """Return a whole result in words, as a screen reader says it."""
    badge = badge_of(found, today, locale)
    parts = (
        found.title.text,
        found.beside.text,
        before_fragment(found),
        found.fragment.text,
        when_words(found, today, locale),
        badge[0] if badge else "",
    )
    return ", ".join(part for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Search", text)

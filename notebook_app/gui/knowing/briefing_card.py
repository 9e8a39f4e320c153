"""What to know of one person before one meets them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import due_kind, due_words, short_day
from notebook_app.gui.follow_ups.kind_words import kind_name
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.knowing.favour_words import owed_words
from notebook_app.gui.people.contact_head import call_address, mail_address
from notebook_app.gui.people.contact_words import stage_badge
from notebook_app.gui.people.long_text import breakable
from notebook_app.gui.people.value_line import ValueLine
from notebook_app.gui.theme import MEDIUM, SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.briefing import BriefedPerson
from notebook_app.model.rows import FollowUpRow, TimelineEntry

_LONGEST_TALK = 400
_LONGEST_FACT = 300
_MOST_NAMES = 12
_REACH_SHOWN = 2


class BriefingCard(Card):
    """Enter or a click on the name shows the person."""

    def __init__(self, desk: Desk, person: BriefedPerson, parent: QWidget | None = None) -> None:
        """Take the desk, and what is known."""
        super().__init__(parent=parent)
        self._desk = desk
        self._today = desk.clock.today()
        self.person = person
        self.body.setSpacing(MEDIUM)
        self.body.addLayout(self._head())
        self._add(self.tr("To remember"), self._facts())
        self._add(self.tr("Last topics"), [self._talk(talk) for talk in person.talks])
        self._add(self.tr("Open"), [self._follow_up(row) for row in person.follow_ups])
        self._add(self.tr("Say thank you"), [_line(owed_words(row)) for row in person.owed])
        for words, names in (
            (self.tr("Not told about yet"), person.not_told),
            (self.tr("Brought to you by"), person.introduced_by),
            (self.tr("Brought to you"), person.introduced),
        ):
            self._add(words, [_line(_listed(names))] if names else [])
        if person.birthday is not None:
            day = due_words(person.birthday, None, self._today, self.locale())
            self._add(self.tr("Birthday"), [_line(day)])
        if self.body.count() == 1:
            self._add("", [_line(self.tr("Nothing is written down about them yet."), muted=True)])

    def _head(self) -> QHBoxLayout:
        person, desk = self.person, self._desk
        avatar = Avatar(2.8)
        avatar.show_stored(person.name, person.photo_id, photo_loader(desk.notebook))
        name = ValueLine(
            person.name[:200], self.tr("Person"), lambda: desk.open_contact(person.contact_id)
        )
        name.setProperty("textRole", TextRole.STRONG.value)
        first = QHBoxLayout()
        first.setSpacing(SMALL)
        first.addWidget(name, 1)
        if person.stage is not None:
            badge = Badge(stage_badge(person.stage), BadgeKind.BLUE)
            if person.stage_since is not None:
                day = short_day(person.stage_since, self._today, self.locale())
                badge.setToolTip(self.tr("Since {day}").format(day=day))
            first.addWidget(badge)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addLayout(first)
        if person.second_line():
            second = breakable(" ".join(person.second_line()[:300].split()))
            words.addWidget(PlainLabel(second, TextRole.SMALL, Tone.MUTED, wrap=True))
        reach = [
            (number, lambda to=number: desk.open_url(call_address(to)))
            for number in person.phones[:_REACH_SHOWN]
        ]
        reach += [
            (address, lambda to=address: desk.open_url(mail_address(to)))
            for address in person.emails[:_REACH_SHOWN]
        ]
        for shown, opens in reach:
            words.addWidget(ValueLine(shown, self.tr("Reach"), opens))
        row = QHBoxLayout()
        row.setSpacing(SMALL + 2)
        row.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _facts(self) -> list[QWidget]:
        return [_line(f"• {fact[:_LONGEST_FACT]}") for fact in self.person.facts]

    def _talk(self, talk: TimelineEntry) -> QWidget:
        day = short_day(talk.on, self._today, self.locale())
        text = talk.text.strip()
        cut = "…" if len(text) > _LONGEST_TALK else ""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = " ".join(f"{day} · {talk.title}"[:200].split())
        column.addWidget(PlainLabel(head, TextRole.SMALL, Tone.MUTED, wrap=True))
        column.addWidget(_line(text[:_LONGEST_TALK] + cut))
        return holder

    def _follow_up(self, row: FollowUpRow) -> QWidget:
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SMALL)
        badge = Badge()
        badge.show_badge(
            due_words(row.due, row.at, self._today, self.locale()), due_kind(row.due, self._today)
        )
        note = " ".join(row.note[:_LONGEST_FACT].split())
        words = " · ".join(part for part in (kind_name(row.kind), note) if part)
        across.addWidget(_line(words), 1)
        across.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        return holder

    def _add(self, heading: str, lines: Sequence[QWidget]) -> None:
        if not lines:
            return
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        if heading:
            column.addWidget(PlainLabel(heading, TextRole.SMALL_STRONG))
        for line in lines:
            column.addWidget(line)
        self.body.addLayout(column)


def _line(words: str, *, muted: bool = False) -> PlainLabel:
    tone = Tone.MUTED if muted else Tone.INK
    return PlainLabel(breakable(words), TextRole.BODY, tone, wrap=True)


def _listed(names: Sequence[str]) -> str:
    shown = [" ".join(name[:80].split()) for name in names[:_MOST_NAMES]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" … +{more}" if more > 0 else "")

"""Whom to call, why, and the number big."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.follow_ups.due_words import due_kind, due_words
from notebook_app.gui.follow_ups.reason_words import one_line
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.people.contact_words import label_words
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.contact import Phone
from notebook_app.model.rows import FollowUpRow

_NUMBERS = 5


class CallCard(Card):
    """``call_wanted`` carries the number to dial."""

    call_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nobody is shown yet."""
        super().__init__(parent=parent)
        self._desk = desk
        self.avatar = Avatar(4.0)
        self.name = PlainLabel("", TextRole.NAME, wrap=True)
        self.second = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.due = Badge()
        self.promised = Badge(self.tr("promised"), BadgeKind.ACCENT)
        self.number = Card(clickable=True)
        self.number_words = PlainLabel("", TextRole.NAME, Tone.ACCENT)
        self.number_hint = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self.number.clicked.connect(self.dial)
        self.why = PlainLabel("", wrap=True)
        self._dialled = ""
        self._others = FlowLayout(across=MEDIUM, down=TIGHT)
        self._lay_out()

    def show_row(self, row: FollowUpRow) -> None:
        """Show a call that is to be made."""
        today, locale = self._desk.clock.today(), self.locale()
        notebook = self._desk.notebook
        self.avatar.show_stored(row.contact_name, row.photo_id, photo_loader(notebook))
        self.name.setText(row.contact_name[:300])
        contact = notebook.contacts.get(row.contact_id)
        details = contact.details if contact is not None else None
        second = (details.organization, details.title) if details else (row.organization, "")
        self.second.setText(" · ".join(one_line(part) for part in second if part))
        self.second.setVisible(bool(self.second.text()))
        self.due.show_badge(due_words(row.due, row.at, today, locale), due_kind(row.due, today))
        self.promised.setVisible(row.promised)
        self._show_numbers(row, details.phones if details else ())
        self.why.setText(self._why(row))

    def dial(self) -> None:
        """Have the number dialled that is shown big."""
        if self._dialled:
            self.call_wanted.emit(self._dialled)

    def _why(self, row: FollowUpRow) -> str:
        parts = [one_line(row.note)]
        if row.tried:
            tried = self.tr("tried {count} times") if row.tried > 1 else self.tr("tried once")
            parts.append(tried.format(count=self.locale().toString(row.tried)))
        words = " · ".join(part for part in parts if part)
        return words or self.tr("No reason was written down.")

    def _show_numbers(self, row: FollowUpRow, phones: tuple[Phone, ...]) -> None:
        while (item := self._others.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._dialled = row.phone
        first = next((phone for phone in phones if phone.number == row.phone), None)
        label = label_words(first.label) if first is not None and first.label else ""
        hint = self.tr("Click or press C to call")
        self.number_words.setText(row.phone[:60] or self.tr("No phone number"))
        self.number_words.set_tone(Tone.ACCENT if row.phone else Tone.MUTED)
        shown = [part for part in (label[:40], hint if row.phone else "") if part]
        self.number_hint.setText(" · ".join(shown))
        self.number_hint.setVisible(bool(row.phone))
        self.number.setAccessibleName(
            self.tr("Call {number}").format(number=row.phone) if row.phone else ""
        )
        self.number.setEnabled(bool(row.phone))
        for phone in [each for each in phones if each is not first][:_NUMBERS]:
            words = f"{label_words(phone.label)[:40]} {phone.number[:60]}".strip()
            link = LinkButton(words, self._dialler(phone.number))
            self._others.addWidget(link)

    def _dialler(self, number: str) -> Callable[[], None]:
        return lambda: self.call_wanted.emit(number)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        badges = QHBoxLayout()
        badges.setSpacing(SMALL)
        badges.addWidget(self.due)
        badges.addWidget(self.promised)
        badges.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.second)
        names.addLayout(badges)
        head = QHBoxLayout()
        head.setSpacing(LARGE)
        head.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        self.number.body.setSpacing(2)
        self.number.body.addWidget(self.number_words, 0, Qt.AlignmentFlag.AlignHCenter)
        self.number.body.addWidget(self.number_hint, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.setSpacing(MEDIUM)
        self.body.addLayout(head)
        self.body.addWidget(self.number)
        self.body.addLayout(self._others)
        self.body.addWidget(self.why)

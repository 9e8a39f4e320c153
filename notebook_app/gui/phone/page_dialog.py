"""What the two dialogs share: the code of the page's address, the time left, how things stand."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.codes.code_view import CodeView
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.importing.fixed_font import fixed_font
from notebook_app.gui.phone.page_link import Addresses, PageLink
from notebook_app.gui.phone.page_state import PageState
from notebook_app.gui.phone.phone_words import address_words, time_words
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TIGHT, WIDE, TextRole, Tone, theme_of
from notebook_app.gui.widgets.announce import announce
from notebook_app.gui.widgets.buttons import LinkButton, PlainButton
from notebook_app.gui.widgets.card import Card, ScrollColumn
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.labels import FieldLabel, PlainLabel

if TYPE_CHECKING:
    from notebook_app.network.own_addresses import OwnAddress
    from notebook_app.network.phone_events import NotReached, PhoneEvent
    from notebook_app.network.phone_limits import PhoneLimits

_TICK_MS: Final = 500


class PageDialog(QDialog):
    """Serves the page from when it is shown until it is closed, however that comes about.

    Subclasses put what they are about into ``top`` and ``further``, follow events in ``heard``
    and say what was brought about in ``done_words``.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        *,
        receives: bool,
        limits: "PhoneLimits | None" = None,
        addresses: Addresses | None = None,
    ) -> None:
        """Take the desk, who asked, and whether the phone may send."""
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.asked_by = parent.window()
        self.link = PageLink(
            desk.notebook.region, self, receives=receives, limits=limits, addresses=addresses
        )
        self.state = PageState()
        self.code = CodeView()
        self.code.setAccessibleName(self.tr("QR code of the page's address"))
        self.time_left = PlainLabel("", TextRole.SMALL, Tone.MUTED)
        self.anew_button = LinkButton(self.tr("Begin anew"), self.begin)
        self.anew_button.setToolTip(self.tr("Another address, and ten minutes more"))
        self.status = PlainLabel("", TextRole.STRONG, wrap=True)
        self.reason = PlainLabel("", TextRole.SMALL, wrap=True)
        self.command = PlainLabel("", wrap=True, selectable=True)
        self.command.setFont(fixed_font())
        self.copy_command = LinkButton(self.tr("Copy the command"), self._copy_command)
        self.address = PlainLabel("", wrap=True, selectable=True)
        self.address.setFont(fixed_font())
        self.address.setAccessibleName(self.tr("Address of the page"))
        self.copy_address = LinkButton(self.tr("Copy the address"), self._copy_address)
        self.network = ChoiceField()
        self.network.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.network.setMinimumContentsLength(12)
        self.network.activated.connect(lambda _line: self.begin(self.network.currentData()))
        self.network_label = FieldLabel(self.tr("&Network"), self.network)
        self.others_see = PlainLabel("", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.trouble = PlainLabel("", tone=Tone.DANGER, wrap=True)
        self.trouble.hide()
        self.close_button = PlainButton(self.tr("Close"), self.reject)
        self.top = QVBoxLayout()
        self.further = QVBoxLayout()
        self.buttons = QHBoxLayout()
        self._state_card = Card(highlighted=True)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.link.opened.connect(self._opened)
        self.link.failed.connect(self._failed)
        self.link.happened.connect(self._heard)
        self._lay_out()

    def begin(self, address: str = "") -> None:
        """Open the page, or another one under another address."""
        self.state = PageState()
        self._show_page("")
        self.show_state()
        self.link.begin(address or self._address())

    def done(self, result: int) -> None:
        """Close the page before the dialog: what is still coming is dropped."""
        self._timer.stop()
        self.link.end()
        super().done(result)

    def heard(self, event: "PhoneEvent") -> None:
        """Follow what happened."""

    def done_words(self) -> str:
        """Return what was brought about so far, or ""."""
        return ""

    def complain(self, problem: UserProblem) -> None:
        """Show a trouble here: the window is behind."""
        self.trouble.setText(problem.one_line())
        self.trouble.show()

    def show_state(self) -> None:
        """Say how things stand now."""
        words = self.state.words(self.locale(), self.done_words())
        if words != self.status.text():
            self.status.setText(words)
            self.status.setAccessibleName(words)
            announce(self.status)
        self.status.set_tone(Tone.DANGER if self.state.is_trouble else Tone.INK)
        self._explain(self.state.not_reached)
        self._tick()

    def _explain(self, event: "NotReached | None") -> None:
        reason = command = ""
        if event is not None:
            from notebook_app.services.receive_from_phone import not_reached_words

            reason, command = not_reached_words(event)
        for label, text in ((self.reason, reason), (self.command, command)):
            label.setText(text)
            label.setVisible(bool(text))
        self.copy_command.setVisible(bool(command))

    def _opened(self, found: Sequence["OwnAddress"], chosen: str) -> None:
        from notebook_app.services.receive_from_phone import WHAT_OTHERS_SEE

        self.state = PageState(is_open=True)
        self.others_see.setText(WHAT_OTHERS_SEE)
        self.network.clear()
        for own in found:
            self.network.addItem(address_words(own), own.address)
        self.network.choose(chosen)
        for widget in (self.network, self.network_label):
            widget.setVisible(len(found) > 1)
        self.trouble.hide()
        session = self.link.session
        self._show_page(session.url if session is not None else "")
        self._timer.start()
        self.show_state()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserProblem):
            sys.excepthook(type(error), error, error.__traceback__)
            return
        self.status.setText(self.tr("The page could not be opened."))
        self.complain(error)

    def _heard(self, event: "PhoneEvent") -> None:
        self.state.follow(event)
        self.heard(event)
        if self.state.ended is not None:
            self._show_page("")
            self._timer.stop()
        self.show_state()

    def _show_page(self, url: str) -> None:
        """Show an address, as a code and in words; "" for none."""
        self.code.show_squares(self.link.squares if url else ())
        head, slash, secret = url.rpartition("/")
        self.address.setText(f"{head}{slash}\n{secret}" if url else "…")
        self.copy_address.setEnabled(bool(url))
        self._tick()

    def _tick(self) -> None:
        session = self.link.session
        seconds = session.seconds_left if session is not None else 0.0
        self.time_left.setText(time_words(seconds) if seconds > 0 else "")

    def _address(self) -> str:
        return str(self.network.currentData() or "")

    def _copy_command(self) -> None:
        QGuiApplication.clipboard().setText(self.command.text())

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self.address.text().replace("\n", ""))

    def _lay_out(self) -> None:
        for label in (self.status, self.reason, self.command):
            self._state_card.body.addWidget(label)
        self._state_card.body.addWidget(self.copy_command, 0, Qt.AlignmentFlag.AlignLeft)
        below = QHBoxLayout()
        below.addWidget(self.time_left)
        below.addStretch(1)
        below.addWidget(self.anew_button)
        left = QVBoxLayout()
        left.setSpacing(SMALL)
        left.addWidget(self.code, 1)
        left.addLayout(below)
        column = ScrollColumn()
        column.leave_no_margin()
        column.column.setSpacing(MEDIUM)
        column.column.setContentsMargins(0, 0, SMALL, 0)
        column.column.addLayout(self.top)
        column.column.addWidget(self._state_card)
        column.column.addWidget(self.trouble)
        column.column.addLayout(self.further)
        column.column.addLayout(self._address_part())
        both = QHBoxLayout()
        both.setSpacing(WIDE)
        both.addLayout(left, 9)
        both.addWidget(column, 11)
        self.buttons.setSpacing(SMALL)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        whole.setSpacing(MEDIUM)
        whole.addLayout(both, 1)
        whole.addLayout(self.buttons)
        theme = theme_of(self)
        room = self.screen().availableSize() * 0.9
        self.resize(QSize(theme.em(68), theme.em(43)).boundedTo(room))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _address_part(self) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(TIGHT)
        words = self.tr("Or type this address into the phone's browser:")
        part.addWidget(PlainLabel(words, TextRole.SMALL, Tone.MUTED, wrap=True))
        part.addWidget(self.address)
        part.addWidget(self.copy_address, 0, Qt.AlignmentFlag.AlignLeft)
        part.addSpacing(TIGHT)
        part.addWidget(self.network_label)
        part.addWidget(self.network)
        part.addSpacing(TIGHT)
        part.addWidget(self.others_see)
        for widget in (self.network, self.network_label):
            widget.hide()
        return part

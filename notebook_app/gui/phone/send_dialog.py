"""Offers chosen people and follow-ups to a phone, for as long as the dialog is open."""

from collections.abc import Sequence
from threading import Event
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTime, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Cancelled, Progress
from notebook_app.gui.conversations.people_field import PeopleField
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.latest_reading import LatestReading
from notebook_app.gui.phone.page_dialog import PageDialog
from notebook_app.gui.phone.page_link import Addresses
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.check_field import CheckField
from notebook_app.gui.widgets.labels import Divider, ElidedLabel, FieldLabel, PlainLabel
from notebook_app.gui.widgets.photo_scaling import smaller_photo
from notebook_app.network.phone_events import Downloaded, Downloading, PhoneEvent

if TYPE_CHECKING:
    from notebook_app.network.phone_files import OfferedFile
    from notebook_app.network.phone_limits import PhoneLimits

_MOST_NAMED: Final = 12
_PREPARED_AFTER_MS: Final = 80


def show_send_dialog(desk: Desk, parent: QWidget, contact_ids: Sequence[int]) -> "SendDialog":
    """Open the dialog over ``parent`` with these people, and return it."""
    dialog = SendDialog(desk, parent, contact_ids)
    dialog.open()
    dialog.begin()
    return dialog


class SendDialog(PageDialog):
    """What is offered can be changed while it is open; the page follows."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        contact_ids: Sequence[int],
        *,
        limits: "PhoneLimits | None" = None,
        addresses: Addresses | None = None,
    ) -> None:
        """Take the desk, who asked, and whom to offer; ``begin`` opens the page."""
        super().__init__(desk, parent, receives=False, limits=limits, addresses=addresses)
        self.setWindowTitle(self.tr("Send to phone"))
        self.contact_ids = list(dict.fromkeys(contact_ids))
        self.fetched: dict[str, str] = {}
        self._fetching = ""
        # Once what was changed is painted: preparing takes its share of the time.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PREPARED_AFTER_MS)
        self._soon.timeout.connect(self.prepare)
        self._preparing = LatestReading(desk, "preparing for the phone", self)
        self._preparing.came.connect(self._prepared)
        self.offered: list[OfferedFile] = []
        self.lines: list[ElidedLabel] = []
        self._files = QVBoxLayout()
        self.people = PeopleField(desk.notebook)
        self.people.edit.setPlaceholderText(self.tr("Add somebody"))
        # Thousands take their time in a field, and nobody reads them.
        self.others = self.contact_ids[_MOST_NAMED:]
        self.people.choose(self.contact_ids[:_MOST_NAMED])
        self.without_others = LinkButton("", self._drop_others)
        self.people.changed.connect(self._people_changed)
        self.follow_ups = CheckField(
            self.tr("Their &follow-ups too, for the phone's calendar"), wrap=True
        )
        self.all_follow_ups = CheckField(self.tr("&All open follow-ups, with anybody"), wrap=True)
        for field in (self.follow_ups, self.all_follow_ups):
            field.toggled.connect(lambda _on: self._renew())
        self._fill()
        self._renew()

    def heard(self, event: PhoneEvent) -> None:
        """Say what the phone fetches."""
        if isinstance(event, Downloading):
            self._fetching = event.name
        elif isinstance(event, Downloaded):
            self._fetching = ""
            at = self.locale().toString(QTime.currentTime(), self.locale().FormatType.ShortFormat)
            self.fetched[event.name] = at
            self._show_files()

    def done_words(self) -> str:
        """Return what the phone has fetched."""
        if self._fetching:
            return self.tr("The phone is fetching {file}…").format(file=self._fetching[:80])
        offered = {offer.name for offer in self.offered}
        got = [name for name in self.fetched if name in offered]
        if not got:
            return ""
        if offered <= set(got):
            return self.tr("The phone has fetched everything.")
        return self.tr("The phone has fetched {files}.").format(files=", ".join(got)[:120])

    def prepare(self) -> None:
        """Write anew what is offered, beside the window, and offer it then."""
        notebook, people = self.desk.notebook, tuple(self.contact_ids)
        theirs, every = self.follow_ups.isChecked(), self.all_follow_ups.isChecked()

        def work(given_up: Event) -> "list[OfferedFile] | UserProblem":
            from notebook_app.services.send_to_phone import cards_for_phone, follow_ups_for_phone

            def follow(*_how_far: object) -> None:
                if given_up.is_set():
                    progress.cancel()

            progress = Progress(follow)
            offers = []
            try:
                if people:
                    offers.append(cards_for_phone(notebook, people, progress, smaller_photo))
                if every or (theirs and people):
                    only = None if every else people
                    offers.append(follow_ups_for_phone(notebook, only, progress=progress))
            except Cancelled:
                return []
            except UserProblem as problem:
                return problem
            return offers

        self._preparing.read(work)

    def done(self, result: int) -> None:
        """Stop preparing, too."""
        self._soon.stop()
        self._preparing.wait()
        super().done(result)

    def _prepared(self, result: "list[OfferedFile] | UserProblem") -> None:
        if isinstance(result, UserProblem):
            self._offer([])
            self.complain(result)
        else:
            self._offer(result)

    def _offer(self, offers: "list[OfferedFile]") -> None:
        before = {offer.name: offer.data for offer in self.offered}
        self.offered = offers
        for offer in offers:
            if before.get(offer.name) != offer.data:
                # Another content under the same name: the phone does not have that yet.
                self.fetched.pop(offer.name, None)
        self.link.offer(offers)
        self._show_files()
        self.show_state()

    def _people_changed(self) -> None:
        chosen = self.people.people()
        known = [each.contact_id for each in chosen if each.contact_id is not None]
        self.contact_ids = list(dict.fromkeys([*known, *self.others]))
        unknown = next((each.name for each in chosen if each.contact_id is None), "")
        if unknown:
            self.people.choose(known)
        self._renew()
        if unknown:
            words = self.tr("Nobody in the notebook is called {name}.")
            self.complain(UserProblem(words.format(name=unknown[:80])))

    def _drop_others(self) -> None:
        self.others = []
        self._people_changed()

    def _renew(self) -> None:
        count = self.locale().toString(len(self.others))
        self.without_others.setText(self.tr("and {count} others ✕").format(count=count))
        self.without_others.setAccessibleName(self.tr("Leave the others out"))
        self.without_others.setVisible(bool(self.others))
        self.follow_ups.setEnabled(bool(self.contact_ids))
        self.trouble.hide()
        self._soon.start()

    def _show_files(self) -> None:
        for line in self.lines:
            self._files.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for offer in self.offered:
            at = self.fetched.get(offer.name)
            if at is None:
                words, tone = self.tr("{file}: not fetched yet"), Tone.MUTED
            else:
                words, tone = self.tr("{file}: fetched at {time} ✓"), Tone.ACCENT
            line = ElidedLabel(words.format(file=offer.name, time=at), TextRole.SMALL, tone)
            self.lines.append(line)
            self._files.addWidget(line)

    def _fill(self) -> None:
        self._files.setSpacing(TIGHT)
        self.top.setSpacing(SMALL)
        title = self.tr("Point the phone's camera at the code")
        self.top.addWidget(PlainLabel(title, TextRole.TITLE, wrap=True))
        words = self.tr(
            "Tap the link that the camera shows, then what you want to have on the phone."
            " The phone must be in the same Wi-Fi."
        )
        self.top.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))
        self.further.setSpacing(SMALL)
        self.further.addLayout(self._files)
        self.further.addWidget(FieldLabel(self.tr("&Whom to send"), self.people))
        self.further.addWidget(self.people)
        self.further.addWidget(self.without_others, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.follow_ups, self.all_follow_ups, Divider()):
            self.further.addWidget(widget)

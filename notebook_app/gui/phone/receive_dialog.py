"""Takes contacts from a phone over the local network, and goes on into the import's preview."""

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.foundation.progress import Progress
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.phone.help_part import HelpPart
from notebook_app.gui.phone.page_dialog import PageDialog
from notebook_app.gui.phone.page_link import Addresses
from notebook_app.gui.phone.phone_words import arrived_words, finding_words, refusal_words
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.buttons import PrimaryButton
from notebook_app.gui.widgets.labels import Divider, ElidedLabel, PlainLabel
from notebook_app.network.phone_events import Arrived, PhoneEvent, Refused

if TYPE_CHECKING:
    from notebook_app.network.phone_files import FileFinding
    from notebook_app.network.phone_limits import PhoneLimits
    from notebook_app.services.card_sources import CardSource

_MOST_LINES: Final = 40


def show_receive_dialog(desk: Desk, parent: QWidget) -> "ReceiveDialog":
    """Open the dialog over ``parent`` and return it."""
    dialog = ReceiveDialog(desk, parent)
    dialog.open()
    dialog.begin()
    return dialog


class ReceiveDialog(PageDialog):
    """Gathers what arrives, also over several pages, until the user looks at it."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        *,
        limits: "PhoneLimits | None" = None,
        addresses: Addresses | None = None,
    ) -> None:
        """Take the desk and who asked; ``begin`` opens the page."""
        super().__init__(desk, parent, receives=True, limits=limits, addresses=addresses)
        self.setWindowTitle(self.tr("Receive from phone"))
        self.arrived: list[Arrived] = []
        self.lines: list[ElidedLabel] = []
        self._reading = False
        self._list = QVBoxLayout()
        self._list.setSpacing(TIGHT)
        self.look_button = PrimaryButton(self.tr("&Look at them…"), self.look)
        self.look_button.setEnabled(False)
        self.buttons.addWidget(self.look_button)
        self.help = HelpPart()
        self.top.setSpacing(SMALL)
        title = self.tr("Point the phone's camera at the code")
        self.top.addWidget(PlainLabel(title, TextRole.TITLE, wrap=True))
        words = self.tr(
            "Tap the link that the camera shows. On the page, choose the contacts file and send it."
            " The phone must be in the same Wi-Fi."
        )
        self.top.addWidget(PlainLabel(words, tone=Tone.MUTED, wrap=True))
        self.further.addLayout(self._list)
        self.further.addWidget(self.help)
        self.further.addWidget(Divider())

    def heard(self, event: PhoneEvent) -> None:
        """Gather what arrived, and say what was refused."""
        if isinstance(event, Arrived):
            if event.again:
                self._add_line(self.tr("The same files came once more."), Tone.MUTED)
            else:
                self.arrived.append(event)
                for finding in event.findings:
                    self._add_line(finding_words(finding, self.locale()), Tone.INK)
            self._add_refused(event.refused)
        elif isinstance(event, Refused):
            if event.files:
                self._add_refused(event.files)
            else:
                words = self.tr("Something was not taken: {why}.")
                self._add_line(words.format(why=refusal_words(event.reason)), Tone.DANGER)
        if self.arrived and isinstance(event, Arrived):
            self.look_button.setDefault(True)

    def done_words(self) -> str:
        """Return how much has arrived."""
        findings = [finding for arrival in self.arrived for finding in arrival.findings]
        return f"{arrived_words(findings, self.locale())}." if findings else ""

    def show_state(self) -> None:
        """Let what arrived be looked at once nothing more is coming."""
        super().show_state()
        ready = bool(self.arrived) and not self.state.is_receiving and not self._reading
        self.look_button.setEnabled(ready)

    def look(self) -> None:
        """Read what arrived and go on into the preview; the page is closed by then."""
        if not self.arrived or self._reading:
            return
        arrived, region = tuple(self.arrived), self.desk.notebook.region

        def read(_progress: Progress) -> tuple[list["CardSource"], list[UserProblem]]:
            # Loaded here, beside the window, with what shows it then.
            from notebook_app.gui.importing import import_run
            from notebook_app.gui.importing.grey_picture import grey_pictures
            from notebook_app.services.open_received import open_received

            assert import_run
            return open_received(arrived, region, grey_pictures)

        self._reading = True
        self.trouble.hide()
        self.show_state()
        running = self.desk.run_in_background(
            read, self._go_on, self.tr("Reading what the phone sent"), writes=False
        )
        running.ended.connect(self._read)

    def _read(self) -> None:
        self._reading = False
        self.show_state()

    def _go_on(self, read: tuple[list["CardSource"], list[UserProblem]]) -> None:
        sources, problems = read
        if not self.isVisible():
            return
        if not sources:
            self._reading = False
            self._explain_all(problems)
            return
        from notebook_app.gui.importing.import_run import preview_files

        desk, window = self.desk, self.asked_by
        self.accept()
        for problem in problems[:1]:
            desk.problem_met.emit(problem)
        preview_files(desk, window, sources)

    def _explain_all(self, problems: list[UserProblem]) -> None:
        from notebook_app.gui.phone.code_offer import CodeOffer
        from notebook_app.services.picture_cards import OtherCode

        # None of it is of use; make room for what is.
        for arrival in self.arrived:
            if self.link.session is not None:
                self.link.session.let_go(arrival)
        self.arrived.clear()
        self.show_state()
        for problem in problems[:1]:
            self.complain(problem)
            if isinstance(problem, OtherCode):
                CodeOffer(self.desk, self, problem).open()

    def _add_refused(self, findings: "tuple[FileFinding, ...]") -> None:
        for finding in findings:
            if finding.refusal is not None:
                words = self.tr("{file} was not taken: {why}.")
                why = refusal_words(finding.refusal)
                self._add_line(words.format(file=finding.name, why=why), Tone.DANGER)

    def _add_line(self, words: str, tone: Tone) -> None:
        if len(self.lines) >= _MOST_LINES:
            oldest = self.lines.pop(0)
            self._list.removeWidget(oldest)
            oldest.hide()
            oldest.deleteLater()
        line = ElidedLabel(words[:300], TextRole.SMALL, tone)
        self.lines.append(line)
        self._list.addWidget(line)

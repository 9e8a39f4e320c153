"""Takes pictures of cards onto lines: what a code says fills the line, else the picture is kept."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.capture.capture_state import KeptCard
from notebook_app.gui.capture.card_picture import CardPicture, choose_card_picture, pictures_in
from notebook_app.gui.capture.people_lines import PeopleLines
from notebook_app.gui.capture.person_row import PersonRow
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.capture.captured_card import CapturedCard


class CardTaker(QObject):
    """``taken`` is emitted just before a picture is put on a line."""

    taken = Signal()

    def __init__(self, desk: Desk, lines: PeopleLines, owner: QWidget) -> None:
        """Take the desk, the lines, and over what a dialog opens."""
        super().__init__(owner)
        self._desk = desk
        self._lines = lines
        self._owner = owner

    def choose(self, row: PersonRow) -> None:
        """Take a picture from a file, for a line."""
        self._take(row, lambda: [choose_card_picture(self._owner)])

    def take_mime(self, row: PersonRow, data: QMimeData) -> None:
        """Take what was dropped or pasted on a line; of several, each gets a line of its own."""
        self._take(row, lambda: pictures_in(data))

    def _take(self, row: PersonRow, read: Callable[[], Sequence[CardPicture | None]]) -> None:
        try:
            pictures = [picture for picture in read() if picture is not None]
        except UserProblem as problem:
            self._desk.problem_met.emit(problem)
            return
        for number, picture in enumerate(pictures):
            if number:
                row = self._lines.add_after(row)
            self._look_for_code(row, picture)

    def _look_for_code(self, row: PersonRow, picture: CardPicture) -> None:
        from notebook_app.gui.importing.grey_picture import grey_pictures
        from notebook_app.services.read_card_picture import read_card_picture

        def done(raw: str) -> None:
            # The line may have been taken out meanwhile.
            if row in self._lines.rows:
                self._put(row, picture, raw)

        self._desk.run_in_background(
            lambda _progress: read_card_picture(picture.name, picture.data, grey_pictures),
            done,
            self.tr("Looking at the card"),
            writes=False,
        )

    def _put(self, row: PersonRow, picture: CardPicture, raw: str) -> None:
        from notebook_app.services.read_card_picture import details_of_card

        self.taken.emit()
        details = details_of_card(raw) if raw else None
        if details is None:
            row.put_card(KeptCard("", picture.name, picture.media_type, picture.data))
            return
        if not row.text.toPlainText().strip():
            words = (details.display_name, details.organization)
            row.text.setPlainText(", ".join(part for part in words if part))
        row.put_card(KeptCard(raw, picture.name, picture.media_type))


def captured_card(card: KeptCard) -> CapturedCard:
    """Return a card as it is saved with its person."""
    from notebook_app.services.read_card_picture import details_of_card

    details = details_of_card(card.raw) if card.raw else None
    return CapturedCard(details, card.name, card.media_type, card.data)

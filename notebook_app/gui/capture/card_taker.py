"""Takes pictures of cards onto lines: what a code says fills the line, else the picture is kept."""

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.gui.capture.capture_state import KeptCard
from notebook_app.gui.capture.card_picture import (
    CardPicture,
    ReadPicture,
    choose_card_picture,
    pictures_in,
    too_large,
)
from notebook_app.gui.capture.people_lines import PeopleLines
from notebook_app.gui.capture.person_row import PersonRow
from notebook_app.gui.frame.desk import Desk
from notebook_app.model.attachment import LARGEST_ATTACHMENT
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
        self._looked_at = 0

    def is_looking(self) -> bool:
        """Return whether a picture is still to come to its line."""
        return self._looked_at > 0

    def choose(self, row: PersonRow) -> None:
        """Take a picture from a file, for a line."""
        chosen = choose_card_picture(self._owner)
        if chosen is not None:
            self._look_for_code(row, chosen)

    def take_mime(self, row: PersonRow, data: QMimeData) -> None:
        """Take what was dropped or pasted on a line; of several, each gets a line of its own."""
        for number, read in enumerate(pictures_in(data)):
            if number:
                row = self._lines.add_after(row)
            self._look_for_code(row, read)

    def _look_for_code(self, row: PersonRow, read: ReadPicture) -> None:
        from notebook_app.gui.importing.grey_picture import grey_pictures
        from notebook_app.services.read_card_picture import read_card_picture

        def look(_progress: Progress) -> tuple[CardPicture, str]:
            picture = read()
            if len(picture.data) > LARGEST_ATTACHMENT:
                raise too_large(self.tr("The picture that was copied"))
            return picture, read_card_picture(picture.name, picture.data, grey_pictures)

        def done(found: tuple[CardPicture, str]) -> None:
            # The line may have been taken out meanwhile.
            if row in self._lines.rows:
                self._put(row, *found)

        title = self.tr("Looking at the card")
        self._looked_at += 1
        looking = self._desk.run_in_background(look, done, title, writes=False)
        looking.ended.connect(self._has_looked)

    def _has_looked(self) -> None:
        self._looked_at -= 1

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

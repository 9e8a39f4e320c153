"""Whom to thank: favours that were received and not answered with a word yet."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from notebook_app.gui.follow_ups.due_words import due_kind, due_words
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.today.owed_section import OwedSection
from notebook_app.gui.today.person_card import PersonCard
from notebook_app.gui.widgets.badge import Badge
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.model.offering import FavourRow, thanks_due


class ThanksCard(PersonCard):
    """Who did what; with ``Thanked`` and ``Plan…``."""

    def __init__(self, desk: Desk, row: FavourRow, parent: QWidget | None = None) -> None:
        """Take the favour to show."""
        super().__init__(desk, parent)
        # Loaded with the first favour: most days there is none.
        from notebook_app.gui.knowing.favour_words import owed_words

        self._row = row
        words = owed_words(row, by_name=False)
        name = row.contact_name
        self.avatar.show_stored(name, row.photo_id, photo_loader(desk.notebook))
        self.show_name(name)
        badge = self._due_badge()
        if badge is not None:
            self.head.addWidget(badge)
        self.head.addStretch(1)
        self.second.setText(words)
        self.plan_button = PlainButton(self.tr("Plan…"), self.plan)
        self.plan_button.setToolTip(self.tr("Plan how to thank them (P)"))
        self.plan_button.setAccessibleName(self.tr("Plan: {name}").format(name=name))
        self.thanked_button = PlainButton(self.tr("Thanked"), self.thank)
        self.thanked_button.setToolTip(self.tr("You have said thank you (T)"))
        self.thanked_button.setAccessibleName(self.tr("Thanked: {name}").format(name=name))
        self.add_button(self.plan_button)
        self.add_button(self.thanked_button)
        self.setAccessibleName(f"{name}, {words}")
        self.clicked.connect(lambda: desk.open_contact(row.draft.contact_id))
        self.listen({Qt.Key.Key_P: self.plan, Qt.Key.Key_T: self.thank})

    def _due_badge(self) -> Badge | None:
        today = self.desk.clock.today()
        due = thanks_due(self._row.draft, today)
        if due is None:
            return None
        return Badge(due_words(due, None, today, self.locale()), due_kind(due, today))

    def plan(self) -> None:
        """Plan a follow-up with them."""
        show_plan_form(self.desk, self, contact_id=self._row.draft.contact_id)

    def thank(self) -> None:
        """Write down that thanks were said."""
        from notebook_app.services.keep_favours import thank_for_favour

        notebook, favour_id = self.desk.notebook, self._row.id
        self.desk.perform(lambda: thank_for_favour(notebook, favour_id))


class ThanksSection(OwedSection[FavourRow]):
    """Favours that wait for a word."""

    cards: list[ThanksCard]  # type: ignore[assignment]

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read before ``read``."""
        super().__init__(desk, desk.tr("Whom to thank"), parent)

    def rows(self, today: date, most: int) -> Sequence[FavourRow]:
        """Return what was received and not thanked for, the latest first."""
        return self._desk.notebook.favours.to_thank(today, most)

    def count(self, today: date) -> int:
        """Return how much there is of it."""
        return self._desk.notebook.favours.count_to_thank(today)

    def card(self, row: FavourRow) -> ThanksCard:
        """Return the card of a favour."""
        return ThanksCard(self._desk, row)

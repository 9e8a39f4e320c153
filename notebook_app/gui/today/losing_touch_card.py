"""The card of somebody one is losing touch with."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from notebook_app.gui.follow_ups.due_words import counted_days, short_day
from notebook_app.gui.follow_ups.forms import show_plan_form
from notebook_app.gui.follow_ups.reason_words import losing_touch_words
from notebook_app.gui.follow_ups.stored_photo import photo_loader
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.today.person_card import PersonCard
from notebook_app.gui.widgets.badge import Badge, BadgeKind
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.model.rows import LosingTouchRow


class LosingTouchCard(PersonCard):
    """Who, how often one wanted to be in touch, what one last spoke about, and by when to be in
    touch again; with ``Not now ▾`` and ``Plan…``."""

    def __init__(self, desk: Desk, row: LosingTouchRow, parent: QWidget | None = None) -> None:
        """Take the contact to show."""
        super().__init__(desk, parent)
        self._contact_id = row.contact_id
        words = losing_touch_words(row, desk.clock.today(), self.locale())
        self.avatar.show_stored(row.name, row.photo_id, photo_loader(desk.notebook))
        self.show_name(row.name)
        self.latest = Badge()
        self._show_latest(row)
        self.head.addWidget(self.latest)
        self.head.addStretch(1)
        self.second.setText(words)
        self.plan_button = PlainButton(self.tr("Plan…"), self.plan)
        self.plan_button.setToolTip(self.tr("Plan a follow-up (P)"))
        self.plan_button.setAccessibleName(self.tr("Plan: {name}").format(name=row.name))
        self.later_button = PlainButton(self.tr("Not now") + " ▾", self.open_not_now)
        self.later_button.setToolTip(self.tr("Ask again later (L), or let it rest (R)"))
        self.later_button.setAccessibleName(self.tr("Not now: {name}").format(name=row.name))
        self.add_button(self.later_button)
        self.add_button(self.plan_button)
        self.setAccessibleName(f"{row.name}, {self.latest.text()}, {words}")
        self.clicked.connect(lambda: desk.open_contact(row.contact_id))
        self.listen(
            {
                Qt.Key.Key_P: self.plan,
                Qt.Key.Key_L: self.open_not_now,
                Qt.Key.Key_R: self.let_rest,
            }
        )

    def plan(self) -> None:
        """Plan a follow-up with them."""
        show_plan_form(self.desk, self, contact_id=self._contact_id)

    def open_not_now(self) -> None:
        """Offer when to be asked again."""
        # Loaded when it is first needed: the page is painted sooner.
        from notebook_app.gui.today.not_now_menu import NotNowMenu

        menu = NotNowMenu(self.desk, self._contact_id, self.let_rest, self.later_button)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.later_button.mapToGlobal(QPoint(0, self.later_button.height())))

    def let_rest(self) -> None:
        """Ask for nothing with them until the next conversation."""
        # Loaded when it is first needed: the page is painted sooner.
        from notebook_app.services.let_rest import let_rest

        notebook, contact_id = self.desk.notebook, self._contact_id
        self.desk.perform(lambda: let_rest(notebook, [contact_id]))

    def _show_latest(self, row: LosingTouchRow) -> None:
        today = self.desk.clock.today()
        over = (today - row.latest).days
        if over > 0:
            words = counted_days(
                over, self.tr("1 day late"), self.tr("{count} days late"), self.locale()
            )
            self.latest.show_badge(words, BadgeKind.DANGER)
        else:
            day = short_day(row.latest, today, self.locale())
            self.latest.show_badge(self.tr("latest {day}").format(day=day), BadgeKind.AMBER)
        ideal = short_day(row.ideal, today, self.locale())
        latest = short_day(row.latest, today, self.locale())
        words = self.tr("ideal {ideal}, latest {latest}")
        self.latest.setToolTip(words.format(ideal=ideal, latest=latest))

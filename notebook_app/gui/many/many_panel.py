"""What stands in the middle while several people are selected: who they are, what to do."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.many.many_acts import ManyActs
from notebook_app.gui.theme import LARGE, MEDIUM, SMALL, TextRole, Tone
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.badge import Badge
from notebook_app.gui.widgets.buttons import MenuButton, PlainButton, PrimaryButton
from notebook_app.gui.widgets.card import Card, ScrollColumn
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.together import Together

_NAMED: Final = 12
_FACES: Final = 8
_LONGEST: Final = 60
_TAGS_SHOWN: Final = 24


class ManyPanel(ScrollColumn):
    """Calm and always the same: names, acts, tags, how we stand."""

    def __init__(self, desk: Desk, acts: ManyActs, parent: QWidget | None = None) -> None:
        """Take the desk, and the acts that the buttons do."""
        super().__init__(parent)
        self._desk = desk
        self.acts = acts
        self.heading = PlainLabel("", TextRole.NAME, wrap=True)
        self.names = PlainLabel("", tone=Tone.MUTED, wrap=True)
        self._faces = QHBoxLayout()
        self._tags = FlowLayout(across=SMALL - 3, down=3)
        self.log_button = PrimaryButton(self.tr("Log a conversation…"), acts.log)
        self.plan_button = PlainButton(self.tr("Plan a follow-up…"), acts.plan)
        self.tag_button = PlainButton(self.tr("Add a tag…"), acts.ask_for_tag)
        self.untag_button = self._menu_button(self.tr("Remove a tag"), acts.fill_remove_tag)
        self.role_button = self._menu_button(self.tr("Role"), acts.fill_role)
        self.stage_button = self._menu_button(self.tr("How well we know them"), acts.fill_stage)
        self.rhythm_button = self._menu_button(self.tr("Keep in touch"), acts.fill_rhythm)
        self.later_button = self._menu_button(self.tr("Not now"), acts.fill_not_now)
        self.later_button.setToolTip(self.tr("Ask for them again on a day to come"))
        self.rest_button = PlainButton(self.tr("Let it rest"), acts.let_rest)
        self.rest_button.setToolTip(self.tr("Ask for nothing until you speak again"))
        self.delete_button = PlainButton(self.tr("Delete"), acts.delete)
        self.delete_button.setToolTip(self.tr("Del. They stay in the trash for a while."))
        self._further = FlowLayout(across=SMALL, down=SMALL)
        self._lay_out()

    def show_people(self, contact_ids: Sequence[int]) -> None:
        """Show several people, in the order of the list."""
        together = self._desk.notebook.many.together(contact_ids, _NAMED)
        self.acts.take(contact_ids, together)
        count = self.locale().toString(together.count)
        self.heading.setText(self.tr("{count} people").format(count=count))
        self.setAccessibleName(self.tr("{count} people are selected").format(count=count))
        self.names.setText(self._named(together))
        self._show_faces(together)
        self._show_tags(together)
        self.untag_button.setEnabled(bool(together.tags))
        self._show_further()

    def _named(self, together: Together) -> str:
        names = [
            name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
            for name in (" ".join(name.split()) for name, _photo in together.some)
        ]
        left = together.count - len(names)
        listed = ", ".join(names)
        if left <= 0:
            return listed
        return self.tr("{names} and {count} others").format(
            names=listed, count=self.locale().toString(left)
        )

    def _show_faces(self, together: Together) -> None:
        while (item := self._faces.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        contacts = self._desk.notebook.contacts

        def photo_bytes(photo_id: int) -> bytes | None:
            photo = contacts.photo(photo_id)
            return None if photo is None else photo.data

        for name, photo_id in together.some[:_FACES]:
            face = Avatar(2.6)
            face.show_stored(name, photo_id, photo_bytes)
            self._faces.addWidget(face)
        self._faces.addStretch(1)

    def _show_tags(self, together: Together) -> None:
        self._tags.clear()
        for tag in together.tags[:_TAGS_SHOWN]:
            name = tag.name if len(tag.name) <= _LONGEST else tag.name[: _LONGEST - 1] + "…"
            words = name
            if tag.count < together.count:
                words = self.tr("{tag} · {count} of them").format(
                    tag=name, count=self.locale().toString(tag.count)
                )
            self._tags.addWidget(Badge(words, dot=tag.colour))
        if not together.tags:
            self._tags.addWidget(PlainLabel(self.tr("None of them has one."), tone=Tone.MUTED))

    def _show_further(self) -> None:
        self._further.clear()
        for words, act in self.acts.further():
            self._further.addWidget(PlainButton(words, act))

    def _menu_button(self, words: str, fill: Callable[[QMenu], None]) -> MenuButton:
        button = MenuButton(words)
        menu = button.choices()
        menu.aboutToShow.connect(lambda: fill(menu))
        return button

    def _lay_out(self) -> None:
        column = self.column
        column.setSpacing(MEDIUM)
        self._faces.setSpacing(SMALL - 2)
        column.addWidget(self.heading)
        column.addLayout(self._faces)
        column.addWidget(self.names)
        column.addLayout(_row(self.log_button, self.plan_button))
        tags = Card()
        tags.body.addWidget(SectionHeading(self.tr("Tags")))
        tags.body.addLayout(self._tags)
        tags.body.addSpacing(SMALL)
        tags.body.addLayout(_row(self.tag_button, self.untag_button))
        standing = Card()
        standing.body.addWidget(SectionHeading(self.tr("How we stand")))
        standing.body.addLayout(
            _row(
                self.role_button,
                self.stage_button,
                self.rhythm_button,
                self.later_button,
                self.rest_button,
            )
        )
        for card in (tags, standing):
            column.addWidget(card)
        column.addLayout(self._further)
        column.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(LARGE)


def _row(*buttons: QWidget) -> FlowLayout:
    row = FlowLayout(across=SMALL, down=SMALL)
    for button in buttons:
        row.addWidget(button)
    return row

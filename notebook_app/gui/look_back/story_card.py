"""A client with what is known of how it began: who, the first talks, the first work."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from notebook_app.gui.conversations.setting_words import setting_words
from notebook_app.gui.follow_ups.channel_words import channel_name
from notebook_app.gui.follow_ups.due_words import short_day
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.look_back.client_story import ClientStory
from notebook_app.gui.opportunities.opportunity_words import row_value, state_title
from notebook_app.gui.theme import MEDIUM, TIGHT, TextRole, Tone
from notebook_app.gui.widgets.avatar import Avatar
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.conversation import Conversation
from notebook_app.model.opportunity_rows import OpportunityRow

_LONGEST = 160


class StoryCard(Card):
    """Filled anew for each client."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nobody is shown yet."""
        super().__init__(parent=parent)
        self._desk = desk
        self._contact_id = 0
        self.avatar = Avatar(3.5)
        self.name = PlainLabel("", TextRole.NAME, wrap=True)
        self.beside = PlainLabel("", TextRole.BODY, Tone.MUTED, wrap=True)
        self.open_button = LinkButton(self.tr("Their page"), self._open)
        self.lines: list[PlainLabel] = []
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.beside)
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(self.avatar)
        head.addLayout(names, 1)
        head.addWidget(self.open_button)
        self.body.addLayout(head)
        self._story = QVBoxLayout()
        self._story.setSpacing(TIGHT)
        self.body.addLayout(self._story)

    def show_story(self, story: ClientStory) -> None:
        """Show a client."""
        details = story.contact.details
        self._contact_id = story.contact.id
        photo = details.photo
        self.avatar.show_person(details.display_name, photo.data if photo else None)
        self.name.setText(details.display_name[:_LONGEST])
        beside = " · ".join(part for part in (details.title, details.organization) if part)
        self.beside.setText(beside[:_LONGEST])
        self.beside.setVisible(bool(beside))
        for label in self.lines:
            self._story.removeWidget(label)
            label.hide()
            label.deleteLater()
        said = [*map(self._talk, story.talks), *map(self._work, story.work)]
        self.lines = [
            PlainLabel(text, tone=Tone.MUTED, wrap=True)
            for text in said or [self.tr("Nothing is written down of how it began.")]
        ]
        for label in self.lines:
            self._story.addWidget(label)
            label.show()

    def _talk(self, talk: Conversation) -> str:
        draft = talk.draft
        day = short_day(draft.on, self._desk.clock.today(), self.locale())
        where = draft.place or (setting_words(draft.setting) if draft.setting else "")
        how = ", ".join(part for part in (channel_name(draft.channel), where) if part)
        text = " ".join(draft.text.split())
        short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
        return f"{day} · {how}: {short}" if short else f"{day} · {how}"

    def _work(self, row: OpportunityRow) -> str:
        day = short_day(row.opened_on, self._desk.clock.today(), self.locale())
        parts = (
            row.title[:_LONGEST],
            row_value(row, self.locale()),
            state_title(row.state).lower(),
        )
        return f"{day} · {', '.join(part for part in parts if part)}"

    def _open(self) -> None:
        self._desk.open_contact(self._contact_id)

"""The circumstances of a conversation: day, channel, setting, who began."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from notebook_app.gui.conversations.setting_field import SettingField
from notebook_app.gui.conversations.setting_words import began_words
from notebook_app.gui.follow_ups.channel_words import channel_name
from notebook_app.gui.theme import SMALL, TIGHT, theme_of
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.gui.widgets.date_field import DateField
from notebook_app.gui.widgets.flow_layout import FlowLayout
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator


class Circumstances(QWidget):
    """A row of fields with sensible beginnings; ``changed`` is emitted as they are changed."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Take who knows today's date, which is where the day begins."""
        super().__init__(parent)
        self._today = today
        self.on = DateField(today, self.tr("On which day"))
        self.on.setMinimumWidth(theme_of(self).em(15))
        self.channel = ChoiceField()
        self.channel.setAccessibleName(self.tr("How"))
        for channel in Channel:
            self.channel.addItem(channel_name(channel), channel)
        self.setting = SettingField()
        self.began = ChoiceField()
        self.began.setAccessibleName(self.tr("Who began"))
        for initiator in (None, *Initiator):
            self.began.addItem(began_words(initiator), initiator)
        flow = FlowLayout(across=SMALL, down=TIGHT + 2)
        for field in (self.on, self.channel, self.setting, self.began):
            flow.addWidget(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.begin()
        self.on.edit.textChanged.connect(self.changed)
        self.channel.currentIndexChanged.connect(self._channel_changed)
        self.setting.currentTextChanged.connect(self.changed)
        self.began.currentIndexChanged.connect(self.changed)

    def begin(self) -> None:
        """Show today, in person, and nothing else."""
        self.show_draft(ConversationDraft((), "", self._today()))

    def show_draft(self, draft: ConversationDraft) -> None:
        """Show the circumstances of a draft."""
        self.on.set_value(draft.on)
        self.channel.choose(draft.channel)
        self.setting.set_setting(draft.setting)
        self.began.choose(draft.initiated_by)
        self.setting.setVisible(draft.channel is Channel.IN_PERSON or bool(draft.setting))

    def chosen_channel(self) -> Channel:
        """Return by what means."""
        return Channel(self.channel.currentData())

    def chosen_initiator(self) -> Initiator | None:
        """Return who began, if that is known."""
        chosen = self.began.currentData()
        return None if chosen is None else Initiator(chosen)

    def chosen_setting(self) -> str:
        """Return where it was; empty where it was nowhere, as on the phone."""
        return "" if self.setting.isHidden() else self.setting.setting()

    def _channel_changed(self) -> None:
        self.setting.setVisible(
            self.chosen_channel() is Channel.IN_PERSON or bool(self.setting.setting())
        )
        self.changed.emit()

"""The circumstances of a line: they follow what it says, until the user sets them by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from notebook_app.gui.conversations.circumstances import Circumstances
from notebook_app.model.capture import circumstances as model
from notebook_app.model.capture.captured import CapturedLine
from notebook_app.model.conversation import ConversationDraft

_NOTHING = model.Circumstances()


class LineFields(Circumstances):
    """Day, channel, setting and who began, as the line and the last use tell them."""

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        """Take who knows today's date."""
        self._following = True
        self._by_hand: set[str] = set()
        super().__init__(today, parent)
        self.on.value_changed.connect(lambda _day: self._touch("on"))
        self.channel.currentIndexChanged.connect(lambda _row: self._touch("channel"))
        self.setting.currentTextChanged.connect(lambda _text: self._touch("setting"))
        self.began.currentIndexChanged.connect(lambda _row: self._touch("began"))
        self._following = False

    def begin(self) -> None:
        """Show today, in person, and nothing else; nothing is set by hand."""
        self._by_hand = set()
        self.follow(CapturedLine(""))

    def follow(self, captured: CapturedLine, usual: model.Circumstances = _NOTHING) -> None:
        """Show what the line says, else what is usual, wherever the user has not said otherwise."""
        hand = self._by_hand
        draft = ConversationDraft(
            (),
            "",
            on=(self.on.value() if "on" in hand else captured.on) or self._today(),
            channel=self.chosen_channel()
            if "channel" in hand
            else captured.channel or usual.channel,
            setting=self.chosen_setting() if "setting" in hand else _setting(captured, usual),
            initiated_by=self.chosen_initiator() if "began" in hand else captured.initiated_by,
        )
        self._following = True
        try:
            self.show_draft(draft)
        finally:
            self._following = False

    def by_hand(self) -> frozenset[str]:
        """Return the fields that the user set."""
        return frozenset(self._by_hand)

    def take_up(self, draft: ConversationDraft, by_hand: frozenset[str]) -> None:
        """Show what was set for a line before."""
        self._following = True
        try:
            self.show_draft(draft)
        finally:
            self._following = False
        self._by_hand = set(by_hand)

    def next_channel(self) -> None:
        """Choose the next means, as by a key."""
        self.channel.setCurrentIndex((self.channel.currentIndex() + 1) % self.channel.count())

    def next_setting(self) -> None:
        """Choose the next of the usual settings."""
        self.setting.setVisible(True)
        self.setting.setCurrentIndex((self.setting.currentIndex() + 1) % self.setting.count())

    def next_initiator(self) -> None:
        """Choose who began: nobody said, the user, they."""
        self.began.setCurrentIndex((self.began.currentIndex() + 1) % self.began.count())

    def correct(self, captured: CapturedLine) -> CapturedLine:
        """Return what the line says, with what the user set by hand in its place."""
        hand = self._by_hand
        setting = self.chosen_setting() if "setting" in hand else captured.setting
        return replace(
            captured,
            on=(self.on.value() or self._today()) if "on" in hand else captured.on,
            channel=self.chosen_channel() if "channel" in hand else captured.channel,
            setting=setting,
            formality=captured.formality if setting == captured.setting else None,
            initiated_by=self.chosen_initiator() if "began" in hand else captured.initiated_by,
        )

    def granted(self) -> model.Circumstances:
        """Return what the fields show, for where the line does not say."""
        return model.Circumstances(
            on=self.on.value(),
            channel=self.chosen_channel(),
            setting=self.chosen_setting(),
            initiated_by=self.chosen_initiator(),
        )

    def _touch(self, field: str) -> None:
        if not self._following:
            self._by_hand.add(field)


def _setting(captured: CapturedLine, usual: model.Circumstances) -> str:
    """Return where it was; what is usual holds only for the same means of speaking."""
    if captured.setting or captured.channel not in (None, usual.channel):
        return captured.setting
    return usual.setting

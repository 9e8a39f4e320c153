"""A field for where a conversation was: a usual setting, or any word of one's own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from notebook_app.gui.conversations.setting_words import setting_words
from notebook_app.gui.theme import theme_of
from notebook_app.gui.widgets.choice_field import ChoiceField
from notebook_app.model.conversation import SETTINGS


class SettingField(ChoiceField):
    """Informal settings come first in the list; what is typed need not be in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(ChoiceField.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("Setting"))
        self.addItem("", "")
        for setting in SETTINGS:
            self.addItem(setting_words(setting), setting)
        self.setCurrentIndex(0)
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("Where? Café, street…"))
            edit.setAccessibleName(self.tr("Setting"))
        completer = QCompleter([setting_words(setting) for setting in SETTINGS], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def setting(self) -> str:
        """Return the setting as it is stored."""
        typed = self.currentText().strip()
        for setting in SETTINGS:
            if typed.casefold() in (setting.casefold(), setting_words(setting).casefold()):
                return setting
        return typed

    def set_setting(self, setting: str) -> None:
        """Show a stored setting."""
        self.setCurrentText(setting_words(setting))

    def sizeHint(self) -> QSize:
        """Return room for the usual settings."""
        return QSize(theme_of(self).em(13), super().sizeHint().height())

"""When to be reminded of one follow-up: as usual, never, or so long before."""

from notebook_app.gui.follow_ups.remind_choices import before_words, choices_with
from notebook_app.gui.widgets.choice_field import ChoiceField

_USUAL = "usual"
_NEVER = -1


class RemindField(ChoiceField):
    """Chooses minutes as a follow-up keeps them: None as usual, -1 never."""

    def __init__(self) -> None:
        """Begin with as usual."""
        super().__init__()
        self.setAccessibleName(self.tr("When to remind me"))
        self.set_value(None)

    def value(self) -> int | None:
        """Return the minutes before it."""
        chosen = self.currentData()
        return None if chosen == _USUAL else int(chosen)

    def set_value(self, minutes: int | None) -> None:
        """Show what was chosen before."""
        self.clear()
        self.addItem(self.tr("Remind me as usual"), _USUAL)
        for choice in choices_with(minutes):
            self.addItem(before_words(choice), choice)
        self.addItem(self.tr("Do not remind me"), _NEVER)
        self.choose(_USUAL if minutes is None else max(_NEVER, minutes))

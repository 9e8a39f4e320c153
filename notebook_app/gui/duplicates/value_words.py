"""A value of a contact as the user's language and country write it."""

from typing import Any

from PySide6.QtCore import QLocale

from notebook_app.gui.people.contact_words import (
    cadence_words,
    label_words,
    role_words,
    stage_words,
)
from notebook_app.gui.people.editor.partial_date_field import partial_date_words
from notebook_app.model.contact import Cadence, OwnDate, Role, Stage
from notebook_app.model.partial_date import PartialDate


def value_words(value: Any, text: str, locale: QLocale) -> str:
    """Return ``text``, or better words for the ``value`` that it stands for."""
    match value:
        case PartialDate():
            return partial_date_words(value, locale)
        case OwnDate():
            return f"{partial_date_words(value.date, locale)} ({label_words(value.label)})"
        case Stage():
            return stage_words(value)
        case Cadence():
            return cadence_words(value)
        case (Role(), *_):
            return "\n".join(role_words(role) for role in value)
        case _:
            return text

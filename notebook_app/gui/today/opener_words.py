"""The sentence to begin with, in the words of the window around what was noted."""

from urllib.parse import quote

from PySide6.QtCore import QCoreApplication, QLocale

from notebook_app.gui.follow_ups.due_words import day_title
from notebook_app.model.opener import Opener, OpenerKind

_LONGEST_NAME = 80


def opener_words(opener: Opener, locale: QLocale) -> str:
    """Return ``Hello Grace, when we last spoke it was about “the lease”. How is it going?``."""
    day = "" if opener.on is None else day_title(opener.on, opener.on, locale)
    pattern = {
        OpenerKind.BIRTHDAY: _tr("Happy birthday, {name}!"),
        OpenerKind.BIRTHDAY_TO_COME: _tr("Hello {name}, all the best for your birthday on {day}!"),
        OpenerKind.BIRTHDAY_PAST: _tr(
            "Hello {name}, belated best wishes for your birthday on {day}!"
        ),
        OpenerKind.TOPIC: _tr(
            "Hello {name}, when we last spoke it was about “{words}”. How is it going?"
        ),
        OpenerKind.REMEMBERED: _tr("Hello {name}, I was thinking of “{words}”. How are you?"),
        OpenerKind.NAME: _tr("Hello {name}, how are you?"),
    }[opener.kind]
    return pattern.format(name=opener.name[:_LONGEST_NAME], day=day, words=opener.words)


def mail_with(address: str, words: str) -> str:
    """Return the ``mailto:`` link of a new e-mail that begins with ``words`` (RFC 6068)."""
    return f"mailto:{quote(address.strip(), safe='@+.-_')}?body={quote(words, safe='')}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("OpenerWords", text)

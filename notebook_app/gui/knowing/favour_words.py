"""Favours in words: what was done, and what one owes thanks for."""

from PySide6.QtCore import QCoreApplication

from notebook_app.model.offering import Direction, FavourKind, FavourRow

_LONGEST = 60


def _tr(text: str) -> str:
    return QCoreApplication.translate("FavourWords", text)


def favour_words(row: FavourRow) -> str:
    """Return what was done, without who did it: ``Introduced Agnes · at the chamber``."""
    kind, about = row.draft.kind, _short(row.about_name)
    if row.draft.direction is Direction.RECEIVED:
        done = {
            FavourKind.INTRODUCTION: _tr("Introduced {name}") if about else _tr("Introduced you"),
            FavourKind.REFERRAL: _tr("Sent you {name}") if about else _tr("Sent you work"),
            FavourKind.HELP: _tr("Helped you with {name}") if about else _tr("Helped you"),
        }[kind]
    else:
        done = {
            FavourKind.INTRODUCTION: (
                _tr("You introduced {name}") if about else _tr("You introduced them")
            ),
            FavourKind.REFERRAL: _tr("You sent them {name}") if about else _tr("You sent work"),
            FavourKind.HELP: _tr("You helped with {name}") if about else _tr("You helped"),
        }[kind]
    text = " ".join(row.draft.text.split())
    return " · ".join(part for part in (done.format(name=about), _short(text)) if part)


def owed_words(row: FavourRow, *, by_name: bool = True) -> str:
    """Return ``You owe Elif a thank-you for introducing Agnes``."""
    about = _short(row.about_name)
    what = {
        FavourKind.INTRODUCTION: _tr("for introducing {about}"),
        FavourKind.REFERRAL: _tr("for sending {about}"),
        FavourKind.HELP: _tr("for their help with {about}"),
    }[row.draft.kind]
    if not about:
        what = {
            FavourKind.INTRODUCTION: _tr("for an introduction"),
            FavourKind.REFERRAL: _tr("for sending you work"),
            FavourKind.HELP: _tr("for their help"),
        }[row.draft.kind]
    said = _tr("You owe {name} a thank-you {what}") if by_name else _tr("A thank-you {what}")
    text = _short(" ".join(row.draft.text.split()))
    words = said.format(name=_short(row.contact_name), what=what.format(about=about))
    return f"{words}: {text}" if text else words


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"

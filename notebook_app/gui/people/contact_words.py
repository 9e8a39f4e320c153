"""What the stored words about a contact are called in the window."""

from PySide6.QtCore import QCoreApplication

from notebook_app.model.contact import Cadence, CadenceUnit, Role, Stage


def _tr(text: str) -> str:
    return QCoreApplication.translate("ContactWords", text)


def role_words(role: Role) -> str:
    """Return a role as a chip or badge shows it."""
    return {
        Role.CLIENT: _tr("Client"),
        Role.PROSPECT: _tr("Prospect"),
        Role.REFERRER: _tr("Referrer"),
        Role.SUPPLIER: _tr("Supplier"),
        Role.PEER: _tr("Peer"),
        Role.FRIEND: _tr("Friend"),
        Role.OTHER: _tr("Other"),
    }[role]


def stage_words(stage: Stage) -> str:
    """Return how well we know each other."""
    return {
        Stage.MET: _tr("Met"),
        Stage.KNOW: _tr("Know"),
        Stage.LIKE: _tr("Like"),
        Stage.TRUST: _tr("Trust"),
    }[stage]


def stage_badge(stage: Stage) -> str:
    """Return the stage with its step on the ladder: ``Like ●●●○``."""
    step = list(Stage).index(stage) + 1
    return f"{stage_words(stage)} {'●' * step}{'○' * (len(Stage) - step)}"


def cadence_words(cadence: Cadence) -> str:
    """Return ``every 6 weeks``, or ``every month``."""
    if cadence.count == 1:
        return {
            CadenceUnit.DAYS: _tr("every day"),
            CadenceUnit.WEEKS: _tr("every week"),
            CadenceUnit.MONTHS: _tr("every month"),
        }[cadence.unit]
    return {
        CadenceUnit.DAYS: _tr("every {count} days"),
        CadenceUnit.WEEKS: _tr("every {count} weeks"),
        CadenceUnit.MONTHS: _tr("every {count} months"),
    }[cadence.unit].format(count=cadence.count)


def label_words(label: str) -> str:
    """Return a label of a phone or e-mail with a capital first letter; own words stay as typed."""
    known = {
        "mobile": _tr("Mobile"),
        "home": _tr("Home"),
        "work": _tr("Work"),
        "main": _tr("Main"),
        "iphone": _tr("iPhone"),
        "home fax": _tr("Home fax"),
        "work fax": _tr("Work fax"),
        "fax": _tr("Fax"),
        "pager": _tr("Pager"),
        "car": _tr("Car"),
        "other": _tr("Other"),
        "school": _tr("School"),
        "homepage": _tr("Homepage"),
        "blog": _tr("Blog"),
        "profile": _tr("Profile"),
        "anniversary": _tr("Anniversary"),
    }
    return known.get(label, label[:1].upper() + label[1:])

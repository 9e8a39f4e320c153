"""All commands by their names. Each is loaded when it is asked for, and no other is."""

from collections.abc import Callable
from dataclasses import dataclass

from notebook_app.cli.command import Command


@dataclass(frozen=True)
class Offered:
    """A command that is offered: one line on what it does, and how to load it."""

    summary: str
    load: Callable[[], Command]


def _tray() -> Command:
    from notebook_app.cli.tray import COMMAND

    return COMMAND


def _list() -> Command:
    from notebook_app.cli.list_people import COMMAND

    return COMMAND


def _show() -> Command:
    from notebook_app.cli.show_contact import COMMAND

    return COMMAND


def _brief() -> Command:
    from notebook_app.cli.brief import COMMAND

    return COMMAND


def _report() -> Command:
    from notebook_app.cli.report import COMMAND

    return COMMAND


def _keep_in_touch() -> Command:
    from notebook_app.cli.keep_in_touch import COMMAND

    return COMMAND


def _search() -> Command:
    from notebook_app.cli.list_people import SEARCH

    return SEARCH


def _log() -> Command:
    from notebook_app.cli.log_conversation import COMMAND

    return COMMAND


def _conversations() -> Command:
    from notebook_app.cli.conversations import COMMAND

    return COMMAND


def _follow_up() -> Command:
    from notebook_app.cli.follow_up import COMMAND

    return COMMAND


def _event() -> Command:
    from notebook_app.cli.event import COMMAND

    return COMMAND


def _opportunity() -> Command:
    from notebook_app.cli.opportunity import COMMAND

    return COMMAND


def _service() -> Command:
    from notebook_app.cli.service import COMMAND

    return COMMAND


def _import() -> Command:
    from notebook_app.cli.import_cards import COMMAND

    return COMMAND


def _imports() -> Command:
    from notebook_app.cli.past_imports import COMMAND

    return COMMAND


def _set_aside() -> Command:
    from notebook_app.cli.set_aside import COMMAND

    return COMMAND


def _export() -> Command:
    from notebook_app.cli.export_cards import COMMAND

    return COMMAND


def _print() -> Command:
    from notebook_app.cli.print_documents import COMMAND

    return COMMAND


def _back() -> Command:
    from notebook_app.cli.back_from_paper import COMMAND

    return COMMAND


def _trash() -> Command:
    from notebook_app.cli.trash import COMMAND

    return COMMAND


def _undo() -> Command:
    from notebook_app.cli.undo import COMMAND

    return COMMAND


def _backup() -> Command:
    from notebook_app.cli.backup import COMMAND

    return COMMAND


def _restore() -> Command:
    from notebook_app.cli.restore import COMMAND

    return COMMAND


def _check() -> Command:
    from notebook_app.cli.check import COMMAND

    return COMMAND


def _demo() -> Command:
    from notebook_app.cli.demo import COMMAND

    return COMMAND


def _desktop() -> Command:
    from notebook_app.cli.desktop import COMMAND

    return COMMAND


def _duplicates() -> Command:
    from notebook_app.cli.duplicates import DUPLICATES

    return DUPLICATES


def _merge() -> Command:
    from notebook_app.cli.duplicates import MERGE

    return MERGE


COMMANDS: dict[str, Offered] = {
    "list": Offered("everyone, or those whom a query finds", _list),
    "show": Offered("all that is known of one person", _show),
    "brief": Offered("what to know before you meet somebody", _brief),
    "search": Offered("people by name, number, note, or what was said", _search),
    "log": Offered("write down a conversation", _log),
    "conversations": Offered("what was said with anybody, by time and way", _conversations),
    "follow-up": Offered("plan, list, complete, skip or postpone follow-ups", _follow_up),
    "keep-in-touch": Offered("how often to be in touch; not now; let it rest", _keep_in_touch),
    "event": Offered("put down, list and show events and whom you met there", _event),
    "opportunity": Offered("work that may come or came: add, list, show, won, lost", _opportunity),
    "service": Offered("what you offer, and whom you told of it", _service),
    "import": Offered("people from vCard files, tables (CSV), or pictures of QR codes", _import),
    "imports": Offered("list past imports, or take one of them back", _imports),
    "set-aside": Offered("cards that could not be read: list, retry, export, forget", _set_aside),
    "duplicates": Offered("who may be in the notebook twice, surest first", _duplicates),
    "merge": Offered("make one of two or more people; all that happened is kept", _merge),
    "export": Offered("people into a vCard file or a table (CSV)", _export),
    "print": Offered("the follow-up list or a briefing as a PDF", _print),
    "back": Offered("printed lists, their rows, and what was written beside them", _back),
    "report": Offered("where work comes from, balance, services, a year, who fades", _report),
    "trash": Offered("deleted people: list, bring back, delete for good", _trash),
    "undo": Offered("take back the last change or import", _undo),
    "backup": Offered("make a verified copy of the notebook", _backup),
    "restore": Offered("go back to a backup; what is there now is kept", _restore),
    "check": Offered("say how the notebook is", _check),
    "tray": Offered("start hidden in the tray, as at login", _tray),
    "demo": Offered("look at an example notebook", _demo),
    "desktop": Offered("put the program into the desktop's menu, to open cards with", _desktop),
}
"""What is offered, in the order in which help lists it."""

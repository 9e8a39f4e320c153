"""The sheet of keys names every letter, figure and function key that a page listens to."""

import ast
import re
from collections import defaultdict
from pathlib import Path

from pytestqt.qtbot import QtBot

import notebook_app.gui
from notebook_app.gui.frame.page_keys import page_keys
from notebook_app.gui.frame.shortcuts_dialog import ShortcutsDialog
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading

_GUI = Path(notebook_app.gui.__file__).parent
_KEY = re.compile(r"Key_([A-Z0-9]|F\d{1,2})")
_WHERE = {
    "today/follow_up_card": "Today: a follow-up",
    "today/just_met_card": "Today: whom you just met",
    "today/losing_touch_card": "Today: losing touch",
    "today/thanks_section": "Today: whom to thank, whom to tell",
    "today/outcomes_section": "Today: whom to thank, whom to tell",
    "today/tell_card": "Today: whom to thank, whom to tell",
    "timeline/timeline_view": "People",
    "timeline/entry_editor": "People",
    "conversations/written_line": "People",
    "knowing/fact_line": "People",
    "people/in_place/spot_view": "People",
    "calendar/calendar_page": "Calendar",
    "calendar/entry_wishes": "Calendar",
    "calendar/agenda_view": "Calendar",
    "calendar/entry_card": "Calendar",
    "events/events_view": "Events",
    "events/person_line": "Events",
    "opportunities/column_view": "Opportunities",
    "insights/matrix_view": "Insights: services",
    "look_back/look_back_page": "Where it came from",
    "conversations/line_question": "Where it came from",
    "on_the_phone/phone_page": "On the phone",
    "frame/side_item": "Lists, tags, captured people",
    "tags/tags_page": "Lists, tags, captured people",
    "capture/review_card": "Lists, tags, captured people",
    "printing/page_preview": "Printed pages",
}
_BY_OTHER_MEANS = {"People": {"F2"}, "Calendar": set(), "Back from paper": set("DNMLSWX15")}
"""Keys that are no ``Qt.Key`` in a file: a ``QShortcut``, or signs as they are typed."""


def _listened_to() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for path in _GUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            key = _KEY.fullmatch(node.attr) if isinstance(node, ast.Attribute) else None
            if key:
                found[path.relative_to(_GUI).with_suffix("").as_posix()].add(key[1])
    return found


def _named(keys: str) -> set[str]:
    return set(re.findall(r"F\d{1,2}|\b[A-Z0-9]\b", keys))


def test_every_key_of_a_page_is_on_the_sheet_and_no_other() -> None:
    listened = _listened_to()
    assert set(listened) == set(_WHERE)
    wanted: dict[str, set[str]] = defaultdict(set, {k: set(v) for k, v in _BY_OTHER_MEANS.items()})
    for file, keys in listened.items():
        wanted[_WHERE[file]] |= keys
    named = {
        part.where: {key for _words, keys in part.keys for key in _named(keys)}
        for part in page_keys()
    }
    # "1-9" names its ends.
    named["Where it came from"].discard("9")
    assert named == dict(wanted)


def test_the_sheet_shows_them_below_those_of_the_menus(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog([("Import", "Ctrl+I")])
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(PlainLabel)]
    headings = [label.text() for label in dialog.findChildren(SectionHeading)]
    assert texts[:2] == ["Import", "Ctrl+I"]
    assert headings == [part.where for part in page_keys()]
    assert "Move it to another day" in texts

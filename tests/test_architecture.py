"""The program keeps the house rules of `architecture.py`, and each rule can fail.

The program must give no complaint; a small made-up tree must give exactly one, so that a rule that
sees nothing is noticed.
"""

import os
import pwd
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture import (
    CHECKOUT,
    CHECKOUT_RULES,
    PROGRAM,
    SOURCE_RULES,
    Rule,
    import_cycles,
    libraries_in_the_foundation,
    libraries_outside_their_layer,
    long_files,
    modules_without_a_word,
    names_that_say_nothing,
    sources,
    strangers_at_the_top,
    traces_of_one_machine,
    tracked,
    upward_imports,
    words_of_the_locale,
)


def write_tree(folder: Path, files: dict[str, str]) -> None:
    """Put a made-up program, or any made-up files, into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("rule", SOURCE_RULES)
def test_the_program_keeps(rule: Rule) -> None:
    """Every rule over the sources."""
    assert sources(CHECKOUT)
    assert list(rule(CHECKOUT)) == []


@pytest.mark.parametrize("rule", CHECKOUT_RULES)
def test_the_checkout_keeps(rule: Rule) -> None:
    """Every rule over the tracked files."""
    if not tracked(CHECKOUT):
        pytest.skip("not a git checkout")
    assert list(rule(CHECKOUT)) == []


OFFENCES: list[tuple[Rule, dict[str, str], str]] = [
    (upward_imports, {"model/a.py": "import notebook_app.storage.b"}, "notebook_app.storage.b"),
    (upward_imports, {"storage/a.py": "from ..formats import b"}, "notebook_app.formats"),
    (upward_imports, {"gui/__init__.py": "from ..cli import b"}, "notebook_app.cli"),
    (upward_imports, {"cli/a.py": "from notebook_app import gui"}, "notebook_app.gui"),
    (upward_imports, {"gui/a.py": "def f():\n  from notebook_app import assembly"}, "assembly"),
    (
        upward_imports,
        {"model/a.py": "if TYPE_CHECKING:\n  from notebook_app.services.b import C"},
        "notebook_app.model.a:2 imports notebook_app.services.b",
    ),
    (
        upward_imports,
        {"model/a.py": "importlib.import_module('notebook_app.gui.b')"},
        "notebook_app.gui.b",
    ),
    (upward_imports, {"__init__.py": "from .model.a import A"}, "notebook_app.model.a"),
    (upward_imports, {"extras/a.py": ""}, "extras.a is in no layer"),
    (
        import_cycles,
        {"model/a.py": "from .b import B", "model/b.py": "def f():\n  from . import a"},
        "notebook_app.model.b",
    ),
    (libraries_outside_their_layer, {"cli/a.py": "from PySide6.QtCore import Qt"}, "only gui"),
    (libraries_outside_their_layer, {"services/a.py": "import peewee"}, "only storage"),
    (libraries_outside_their_layer, {"gui/a.py": "import playhouse.migrate"}, "only storage"),
    (libraries_outside_their_layer, {"model/a.py": "import sqlite3"}, "only storage"),
    (libraries_outside_their_layer, {"services/a.py": "import vobject"}, "only formats"),
    (libraries_in_the_foundation, {"foundation/a.py": "import platformdirs"}, "platformdirs"),
    (names_that_say_nothing, {"model/date_utils.py": ""}, "model.date_utils"),
    (names_that_say_nothing, {"gui/helpers/a.py": ""}, "gui.helpers.a"),
    (
        words_of_the_locale,
        {"model/a.py": "import calendar\nx = calendar.month_name[5]"},
        "month_name",
    ),
    (words_of_the_locale, {"model/a.py": "from calendar import day_abbr as days"}, "day_abbr"),
    (words_of_the_locale, {"services/a.py": "x = f'{day.day} {day:%B %Y}'"}, "%B"),
    (words_of_the_locale, {"cli/a.py": "x = day.strftime('%a %d')"}, "%a"),
    (long_files, {"model/a.py": "\n" * 351}, "351 lines"),
    (modules_without_a_word, {"model/a.py": "# A comment is none.\n"}, "model.a has no docstring"),
]


@pytest.mark.parametrize(("rule", "files", "complaint"), OFFENCES)
def test_a_rule_over_sources_can_fail(
    tmp_path: Path, rule: Rule, files: dict[str, str], complaint: str
) -> None:
    """Each rule finds exactly the one offence of a made-up tree."""
    write_tree(tmp_path / PROGRAM, files)
    complaints = list(rule(tmp_path))
    assert len(complaints) == 1
    assert complaint in complaints[0]


def test_downward_imports_are_allowed(tmp_path: Path) -> None:
    """The rules do not forbid what the design allows."""
    allowed = {
        "foundation/a.py": '"""A."""\nimport sys\n',
        "model/a.py": '"""A."""\nfrom ..foundation import a\n',
        "storage/a.py": '"""A."""\nimport peewee\nfrom notebook_app.model.a import A\n',
        "services/a.py": '"""A."""\nfrom notebook_app.storage import a\nfrom ..formats import b\n',
        "formats/b.py": '"""B."""\nimport vobject\nimport notebook_app\n',
        "gui/a.py": '"""A."""\nimport PySide6.QtCore\nfrom notebook_app.services.a import A\n',
        "assembly.py": '"""All."""\nfrom notebook_app.gui import a\nfrom notebook_app import cli\n',
    }
    write_tree(tmp_path / PROGRAM, allowed)
    assert [complaint for rule in SOURCE_RULES for complaint in rule(tmp_path)] == []


@pytest.mark.parametrize(
    ("rule", "name", "text"),
    [
        (strangers_at_the_top, "notes.txt", "A stray file."),
        (traces_of_one_machine, "README.md", "See https://py" + "pi.org/simple for more."),
        (traces_of_one_machine, "README.md", "pip install --extra-index" + "-url x"),
        (traces_of_one_machine, "tests/a.py", "FILE = '{checkout}/a.vcf'"),
        (traces_of_one_machine, "tests/a.py", "FILE = '{home}/a.vcf'"),
    ],
)
def test_a_rule_over_tracked_files_can_fail(
    tmp_path: Path, rule: Rule, name: str, text: str
) -> None:
    """Each rule finds exactly the one offence of a made-up checkout, and nothing untracked."""
    if shutil.which("git") is None:
        pytest.skip("no git here")
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    text = text.format(checkout=tmp_path, home=pwd.getpwuid(os.getuid()).pw_dir)
    write_tree(tmp_path, {"pyproject.toml": "", ".gitignore": "", name: text})
    subprocess.run(["git", "-C", str(tmp_path), "add", "."], check=True)
    write_tree(tmp_path, {"untracked.txt": text})
    complaints = list(rule(tmp_path))
    assert len(complaints) == 1
    assert name in complaints[0]

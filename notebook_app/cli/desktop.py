"""``desktop install|remove``: the program in the desktop's menu, and under "Open with" of cards."""

import os
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from notebook_app.cli.command import Command
from notebook_app.cli.command_context import CommandContext
from notebook_app.cli.command_parser import CommandParser, add_shared_arguments
from notebook_app.cli.json_document import write_json
from notebook_app.cli.plain_text import one_line
from notebook_app.foundation.problem import UserProblem
from notebook_app.services.desktop_entry import install_desktop_entry, remove_desktop_entry
from notebook_app.services.start_command import start_command

_ROOT = Path(__file__).resolve().parents[2]
_ELSEWHERE = ("win32", "darwin")


def data_home(environment: Mapping[str, str]) -> Path:
    """Return the user's data folder (XDG Base Directory Specification: never a relative one)."""
    named = environment.get("XDG_DATA_HOME", "")
    return Path(named) if os.path.isabs(named) else Path.home() / ".local" / "share"


def _add_arguments(parser: CommandParser) -> None:
    parser.add_argument(
        "act",
        choices=("install", "remove"),
        help="install: into the menu, and to open .vcf, .vcard and .contact files; remove: out of"
        " both",
    )
    add_shared_arguments(parser)


def _run(options: Namespace, context: CommandContext) -> int:
    if sys.platform in _ELSEWHERE:
        raise UserProblem(
            "There are no such menus on this system.",
            "",
            "Choose Contact Notebook under “Open with” of a .vcf file.",
        )
    home = data_home(os.environ)
    if options.act == "install":
        command = start_command()
        if context.notebook_path != context.folders.default_notebook:
            command += ["--notebook", str(context.notebook_path.absolute())]
        change = install_desktop_entry(home, command, _ROOT / "resources" / "contact-notebook.svg")
        said = "Contact Notebook is in the menu, and opens contact cards."
    else:
        change = remove_desktop_entry(home)
        said = "Contact Notebook is out of the menu." if change.files else "There was nothing."
    if options.json:
        files = [str(path) for path in change.files]
        write_json({"files": files, "missing": list(change.missing)}, context.stdout)
        return 0
    context.say(said)
    for path in change.files:
        context.say("  " + one_line(str(path)))
    if change.missing:
        packages = " ".join(change.missing)
        context.say(
            "The desktop may not notice before these are installed and this is done again:"
            f" {packages} (Debian, Ubuntu: sudo apt install {packages})."
        )
    return 0


COMMAND = Command(_add_arguments, _run)

"""The house rules as functions: who may import whom, what a file may be, what may be tracked.

Each goes from a tree of files to the sentences that say what breaks it, and reads syntax trees, so
that imports inside functions count too. `test_architecture.py` holds the program to them.
"""

import ast
import graphlib
import os
import pwd
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

PROGRAM = "notebook_app"
CHECKOUT = Path(__file__).resolve().parents[1]

# A module imports from its own layer and from lower ones; equal numbers are neighbours.
LAYERS = {
    "foundation": 0,
    "model": 1,
    "storage": 2,
    "formats": 2,
    "network": 2,
    "reports": 2,
    "services": 3,
    "gui": 4,
    "cli": 4,
    "assembly": 5,
    "__main__": 6,
}
OWNERS = {
    "PySide6": "gui",
    "shiboken6": "gui",
    "peewee": "storage",
    "playhouse": "storage",
    "sqlite3": "storage",
    "vobject": "formats",
    "zxingcpp": "formats",
    "pypdfium2": "formats",
}
NAMES_THAT_SAY_NOTHING = {"utils", "common", "helpers", "manager"}
NAMES_OF_THE_LOCALE = {"month_name", "month_abbr", "day_name", "day_abbr"}
FORMS_OF_THE_LOCALE = re.compile(r"%-?[aAbBcpxX]")
LONGEST_FILE = 350
TOP_LEVEL = {"pyproject.toml", PROGRAM, "resources", "tests", "packaging", "README.md"}

Rule = Callable[[Path], Iterator[str]]


@dataclass(frozen=True)
class Import:
    """One import statement: the module it stands in, and what it asks for."""

    importer: str
    target: str
    line: int

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.target}"


@dataclass(frozen=True)
class Source:
    """The file of one module."""

    path: Path
    text: str

    @property
    def is_package(self) -> bool:
        """Whether a relative import starts at the module itself."""
        return self.path.name == "__init__.py"


@cache
def sources(tree: Path) -> dict[str, Source]:
    """Each module of the program, by its dotted name."""
    return {
        ".".join(path.relative_to(tree).with_suffix("").parts).removesuffix(".__init__"): Source(
            path, path.read_text(encoding="utf-8")
        )
        for path in sorted((tree / PROGRAM).rglob("*.py"))
    }


@dataclass(frozen=True)
class Parsed:
    """What is read from all syntax trees, which are not kept: they are large."""

    imports: tuple[Import, ...]
    without_a_word: tuple[str, ...]


@cache
def parsed(tree: Path) -> Parsed:
    """Every import, wherever it stands (in functions and under TYPE_CHECKING too), and more."""
    modules = sources(tree)
    found: list[Import] = []
    silent: list[str] = []
    for module, source in modules.items():
        top = ast.parse(source.text)
        if not ast.get_docstring(top):
            silent.append(module)
        found += (
            Import(module, name, getattr(node, "lineno", 0))
            for node in ast.walk(top)
            if isinstance(node, ast.Import | ast.ImportFrom | ast.Call)
            for name in _imported_names(node, module, modules)
        )
    return Parsed(tuple(found), tuple(silent))


def _imported_names(node: ast.AST, module: str, modules: dict[str, Source]) -> Iterator[str]:
    match node:
        case ast.Import():
            yield from (alias.name for alias in node.names)
        case ast.ImportFrom():
            base = node.module or ""
            if node.level:
                parts = module.split(".")
                kept = parts[: len(parts) - node.level + modules[module].is_package]
                base = ".".join([*kept, *filter(None, [node.module])])
            for alias in node.names:
                inner = f"{base}.{alias.name}"
                known = inner in modules or (base == PROGRAM and alias.name in LAYERS)
                yield inner if known else base
        case ast.Call(
            func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module"),
            args=[ast.Constant(value=str() as name), *_],
        ):
            yield name


def _layer(module: str) -> str | None:
    """The layer of a module of the program; None for the program's own `__init__`."""
    return module.split(".")[1] if "." in module else None


def upward_imports(tree: Path) -> Iterator[str]:
    """`foundation ← model ← {storage, formats, network, reports} ← services ← {gui, cli} ← …`."""
    for module in sources(tree):
        if (layer := _layer(module)) is not None and layer not in LAYERS:
            yield f"{module} is in no layer"
    for found in parsed(tree).imports:
        if found.target.split(".")[0] != PROGRAM:
            continue
        own, other = _layer(found.importer), _layer(found.target)
        if other is None or own == other:
            continue
        if own is None or LAYERS.get(own, 0) <= LAYERS.get(other, 0):
            yield str(found)


def import_cycles(tree: Path) -> Iterator[str]:
    """Modules that need each other, at whatever time they import."""
    graph: dict[str, set[str]] = {module: set() for module in sources(tree)}
    for found in parsed(tree).imports:
        if found.target in graph:
            graph[found.importer].add(found.target)
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        yield " → ".join(reversed(error.args[1]))


def libraries_outside_their_layer(tree: Path) -> Iterator[str]:
    """Each of these libraries is known to one layer alone."""
    for found in parsed(tree).imports:
        owner = OWNERS.get(found.target.split(".")[0])
        if owner is not None and _layer(found.importer) != owner:
            yield f"{found}, which only {owner} may"


def libraries_in_the_foundation(tree: Path) -> Iterator[str]:
    """The foundation stands on the standard library alone."""
    for found in parsed(tree).imports:
        top = found.target.split(".")[0]
        allowed = top == PROGRAM or top in sys.stdlib_module_names
        if _layer(found.importer) == "foundation" and not allowed:
            yield str(found)


def names_that_say_nothing(tree: Path) -> Iterator[str]:
    """A file or folder is named after its subject."""
    for module in sources(tree):
        for part in module.split(".")[1:]:
            if not NAMES_THAT_SAY_NOTHING.isdisjoint(part.split("_")):
                yield f"{module} has a name that says nothing"


def words_of_the_locale(tree: Path) -> Iterator[str]:
    """Names of months and days are the program's own: Qt makes Python's those of the user.

    With a window open on a German computer ``calendar.month_name[5]`` is "Mai".
    """
    for module, source in sources(tree).items():
        named = any(name in source.text for name in NAMES_OF_THE_LOCALE)
        # Hardly a file has either; only those are parsed once more.
        may_ask = named or FORMS_OF_THE_LOCALE.search(source.text)
        for node in ast.walk(ast.parse(source.text)) if may_ask else ():
            match node:
                case ast.Attribute(attr=name) if name in NAMES_OF_THE_LOCALE:
                    yield f"{module}:{node.lineno} asks the locale for {name}"
                case ast.ImportFrom(module="calendar", names=names):
                    for name in NAMES_OF_THE_LOCALE & {alias.name for alias in names}:
                        yield f"{module}:{node.lineno} asks the locale for {name}"
                case ast.FormattedValue(format_spec=ast.JoinedStr(values=[ast.Constant(form)])) | (
                    ast.Call(func=ast.Attribute(attr="strftime"), args=[ast.Constant(form)])
                ) if FORMS_OF_THE_LOCALE.search(str(form)):
                    yield f"{module}:{node.lineno} asks the locale for {form}"


def long_files(tree: Path) -> Iterator[str]:
    """A file has one subject and is short."""
    for module, source in sources(tree).items():
        if (lines := len(source.text.splitlines())) > LONGEST_FILE:
            yield f"{module} has {lines} lines"


def modules_without_a_word(tree: Path) -> Iterator[str]:
    """Each module opens by saying why it exists."""
    yield from (f"{module} has no docstring" for module in parsed(tree).without_a_word)


@cache
def tracked(tree: Path) -> tuple[str, ...]:
    """The paths that version control knows; none where there is no checkout or no git."""
    command = ["git", "-c", "safe.directory=*", "-C", str(tree), "ls-files", "-z"]
    if not (tree / ".git").exists():
        return ()
    try:
        listing = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(filter(None, listing.split("\0")))


def strangers_at_the_top(tree: Path) -> Iterator[str]:
    """The top level holds what the README says and dot files."""
    for name in sorted({path.split("/")[0] for path in tracked(tree)}):
        if name not in TOP_LEVEL and not name.startswith("."):
            yield f"{name} lies at the top level"


def traces_of_one_machine(tree: Path) -> Iterator[str]:
    """No text names a package index or a folder of the machine that it was written on."""
    own = [str(tree), pwd.getpwuid(os.getuid()).pw_dir]
    trace = re.compile(
        "|".join(
            [
                r"\bpy" + r"pi\.org|\bpython" + r"hosted\.org|--(?:extra-)?index" + "-url",
                *(rf"(?<![\w.)}}\]/-]){re.escape(path)}(?![\w.-])" for path in own if path != "/"),
            ]
        )
    )
    for path in tracked(tree):
        try:
            text = (tree / path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # A picture, or a file deleted but not yet committed.
        if found := trace.search(text):
            yield f"{path} holds {found[0]}"


SOURCE_RULES: list[Rule] = [
    upward_imports,
    import_cycles,
    libraries_outside_their_layer,
    libraries_in_the_foundation,
    names_that_say_nothing,
    words_of_the_locale,
    long_files,
    modules_without_a_word,
]
CHECKOUT_RULES: list[Rule] = [strangers_at_the_top, traces_of_one_machine]

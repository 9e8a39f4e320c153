"""What holds for every test: no display, no folder of the user's own, one language.

Set while this file is imported, before any test module brings in Qt, which reads most of it only
once. Commands that tests start inherit all of it.
"""

import gc
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.made_up import choose_how_many

_home = Path(tempfile.mkdtemp(prefix="contact-notebook-tests-"))

_folders = {
    "HOME": _home,
    "XDG_CACHE_HOME": _home / "cache",
    "XDG_CONFIG_HOME": _home / "config",
    "XDG_DATA_HOME": _home / "data",
    "XDG_RUNTIME_DIR": _home / "runtime",
    "XDG_STATE_HOME": _home / "state",
}
for _name, _folder in _folders.items():
    _folder.mkdir(mode=0o700, exist_ok=True)  # Qt refuses a runtime folder open to others.
    os.environ[_name] = str(_folder)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in [name for name in os.environ if name.startswith("LC_") or name == "LANGUAGE"]:
    del os.environ[_name]
# UTF-8 on every machine, even a bare one; for Qt: days before months, Monday first, no words of
# any one country.
os.environ["LC_ALL"] = os.environ["LANG"] = "C.UTF-8"
# A command started from a test finds the program whatever folder it stands in.
os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])


def pytest_configure(config: pytest.Config) -> None:
    """Have few examples made up unless the long trials run."""
    choose_how_many(long_trials="not slow" not in config.getoption("markexpr"))


def pytest_collection_finish() -> None:
    """Have what the thousands of tests are made of never looked through again."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Take the made-up home away again."""
    shutil.rmtree(_home, ignore_errors=True)


@pytest.fixture
def in_berlin() -> Iterator[None]:
    """The computer's time zone for one test; its clocks go forward on 28 March 2027 at 2:00."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Berlin"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()

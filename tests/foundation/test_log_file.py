"""The log is one small file, however often the program is started in a process."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from notebook_app.foundation.log_file import start_log

LOGGER = logging.getLogger("notebook_app")


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    """Leave to other tests the log that they had."""
    before = LOGGER.handlers[:], LOGGER.propagate, LOGGER.level
    LOGGER.handlers = []
    yield
    for handler in LOGGER.handlers:
        handler.close()
    LOGGER.handlers, LOGGER.propagate, level = before
    LOGGER.setLevel(level)


def test_a_second_start_writes_no_line_twice_and_holds_no_file_open(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "the.log"
    start_log(tmp_path / "before.log")
    logging.getLogger("notebook_app.before").warning("first")
    (before,) = LOGGER.handlers
    start_log(path)
    start_log(path)
    logging.getLogger("notebook_app.part").warning("said once")
    assert path.read_text(encoding="utf-8").count("said once") == 1
    assert isinstance(before, logging.FileHandler)
    assert before.stream is None or before.stream.closed


def test_without_a_writable_folder_lines_go_nowhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder")
    start_log(tmp_path / "file" / "the.log")
    logging.getLogger("notebook_app.part").error("unheard")
    assert capsys.readouterr() == ("", "")

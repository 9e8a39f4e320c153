"""PySide6 reads the source of no module that is imported after it, and all still works."""

import os
import subprocess
import sys
from pathlib import Path

_READS = """
import sys
import PySide6.QtCore
if sys.argv[1] == "plainly":
    from notebook_app.gui.frame.plain_imports import import_plainly
    import_plainly()
    import_plainly()
read = []
sys.addaudithook(lambda event, values: event == "open" and read.append(str(values[0])))
from notebook_app.gui.frame.main_window import MainWindow
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("a")
label.setText("b")
assert label.text() == "b" and not hasattr(label, "set_text")
print(any(name.endswith("main_window.py") for name in read))
"""


def _reads_sources(how: str) -> str:
    environment = {name: value for name, value in os.environ.items() if "PYTHON" not in name}
    done = subprocess.run(
        [sys.executable, "-c", _READS, how],
        capture_output=True,
        text=True,
        check=True,
        env=environment | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).resolve().parents[3],
    )
    return done.stdout.strip()


def test_no_source_is_read_for_a_feature_of_pyside() -> None:
    _reads_sources("plainly")  # so that what is read below is not there to be compiled
    assert _reads_sources("plainly") == "False"


def test_pyside_reads_sources_otherwise() -> None:
    """If it does no more, ``plain_imports`` can go."""
    assert _reads_sources("as PySide has it") == "True"

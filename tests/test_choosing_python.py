"""Which of several installed Pythons `packaging/run` and `packaging/test` take."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENVIRONMENT = Path(__file__).resolve().parents[1] / "packaging" / "environment.sh"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="these are shell scripts")


def install(folder: Path, name: str, *, lacks: str = "") -> Path:
    """Put an interpreter into ``folder`` that has all modules but one."""
    interpreter = folder / name
    interpreter.write_text(
        f"""#!/bin/sh
case "$2" in *{lacks or "nothing is missing"!r}*) exit 1 ;; esac
exec '{sys.executable}' "$@"
"""
    )
    interpreter.chmod(0o755)
    return interpreter


def chosen(folder: Path) -> subprocess.CompletedProcess[str]:
    """Let the script choose among what is in ``folder``."""
    return subprocess.run(
        ["/bin/bash", "-c", f"source '{ENVIRONMENT}' && PATH='{folder}' && find_python"],
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_system_s_own_python_goes_first(tmp_path: Path) -> None:
    own = install(tmp_path, "python3")
    install(tmp_path, "python3.13")
    assert chosen(tmp_path).stdout.strip() == str(own)


@pytest.mark.parametrize("part", ["ensurepip", "sqlite3", "ssl"])
def test_a_python_without_a_part_stands_back(tmp_path: Path, part: str) -> None:
    install(tmp_path, "python3", lacks=part)
    install(tmp_path, "python3.13", lacks=part)
    whole = install(tmp_path, "python3.12")
    assert chosen(tmp_path).stdout.strip() == str(whole)


def test_a_python_without_a_part_is_better_than_none(tmp_path: Path) -> None:
    """What is missing is installed then, or named."""
    only = install(tmp_path, "python3.11", lacks="ensurepip")
    assert chosen(tmp_path).stdout.strip() == str(only)


def test_without_any_the_versions_that_will_do_are_named(tmp_path: Path) -> None:
    done = chosen(tmp_path)
    assert done.returncode == 1
    assert "Python 3.11, 3.12 or 3.13, but here python3 is missing" in done.stderr

"""Folders and country, as the machine tells them."""

import sys
from pathlib import Path

import pytest

from notebook_app.assembly import own_folders, user_region


@pytest.mark.parametrize(
    ("environment", "region"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "SE"),
        ({"LC_ALL": "de_AT", "LANG": "sv_SE.UTF-8"}, "AT"),
        ({"LC_TELEPHONE": "nb_NO.UTF-8", "LANG": "en_US.UTF-8"}, "NO"),
        ({"LC_ALL": "C.UTF-8", "LANG": "fr_FR@euro"}, "FR"),
        ({"LC_ALL": "", "LANG": "pt_BR"}, "BR"),
        ({"LANG": "C"}, "US"),
        ({"LANG": "../../etc_XX"}, "US"),
        ({}, "US"),
    ],
)
def test_the_country_comes_from_the_locale(environment: dict[str, str], region: str) -> None:
    assert user_region(environment) == region


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_folders_follow_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folders = own_folders()
    assert folders.default_notebook == tmp_path / "data" / "contact-notebook" / "notebook.db"
    assert folders.window_settings.parent == tmp_path / "config" / "contact-notebook"
    assert folders.log_file.parent == tmp_path / "state" / "contact-notebook"

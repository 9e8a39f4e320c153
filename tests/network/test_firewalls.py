"""A firewall is recognised by the files it leaves, and by nothing that needs a right."""

from pathlib import Path

import pytest

from notebook_app.network.firewalls import Firewall, likely_firewall


@pytest.mark.parametrize(
    ("platform", "file", "content", "firewall"),
    [
        ("linux", "etc/ufw/ufw.conf", "# ufw\nENABLED=yes\nLOGLEVEL=low\n", Firewall.UFW),
        ("linux", "etc/ufw/ufw.conf", "ENABLED=no\n", Firewall.NONE_SEEN),
        ("linux", "run/firewalld/pid", "", Firewall.FIREWALLD),
        (
            "linux",
            "etc/systemd/system/sysinit.target.wants/nftables.service",
            "",
            Firewall.NFTABLES,
        ),
        ("linux", "etc/hostname", "", Firewall.NONE_SEEN),
        ("win32", "x", "", Firewall.WINDOWS),
        ("darwin", "x", "", Firewall.NONE_SEEN),
        (
            "darwin",
            "Library/Preferences/com.apple.alf.plist",
            "<?xml version='1.0'?><plist version='1.0'><dict><key>globalstate</key>"
            "<integer>1</integer></dict></plist>",
            Firewall.MACOS,
        ),
        ("darwin", "Library/Preferences/com.apple.alf.plist", "broken", Firewall.NONE_SEEN),
    ],
)
def test_a_firewall_is_recognised(
    tmp_path: Path, platform: str, file: str, content: str, firewall: Firewall
) -> None:
    """By what is on the disk."""
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    assert likely_firewall(tmp_path, platform) is firewall

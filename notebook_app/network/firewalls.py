"""Recognises the firewall that may keep a phone out, by what anybody on the computer may read.

No command is run and no right is asked for: this tells only what is likely.
"""

import plistlib
import sys
from enum import StrEnum
from pathlib import Path

_UFW = "etc/ufw/ufw.conf"
_FIREWALLD = "run/firewalld"
_NFTABLES = (
    "etc/systemd/system/sysinit.target.wants/nftables.service",
    "etc/systemd/system/multi-user.target.wants/nftables.service",
)
_APPLICATION_FIREWALL = "Library/Preferences/com.apple.alf.plist"


class Firewall(StrEnum):
    """The firewall that is most likely on."""

    NONE_SEEN = "none seen"
    UFW = "ufw"
    FIREWALLD = "firewalld"
    NFTABLES = "nftables"
    WINDOWS = "Windows"
    MACOS = "macOS"


def likely_firewall(root: Path = Path("/"), platform: str = sys.platform) -> Firewall:
    """Return the firewall that seems to be on; ``root`` is where the system's files are."""
    if platform == "win32":
        # On unless somebody turned it off; who did so need not be told of it much.
        return Firewall.WINDOWS
    if platform == "darwin":
        return Firewall.MACOS if _blocks(root / _APPLICATION_FIREWALL) else Firewall.NONE_SEEN
    if _ufw_is_on(root / _UFW):
        return Firewall.UFW
    if _exists(root / _FIREWALLD):
        return Firewall.FIREWALLD
    if any(_exists(root / link) for link in _NFTABLES):
        return Firewall.NFTABLES
    return Firewall.NONE_SEEN


def _ufw_is_on(settings: Path) -> bool:
    try:
        lines = settings.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return any(line.replace(" ", "").lower() == "enabled=yes" for line in lines)


def _blocks(settings: Path) -> bool:
    """Return whether the application firewall of macOS is on; where it is kept elsewhere, no."""
    try:
        with settings.open("rb") as file:
            return bool(plistlib.load(file).get("globalstate", 0))
    except (OSError, ValueError, AttributeError, plistlib.InvalidFileException):
        return False


def _exists(path: Path) -> bool:
    try:
        return path.is_symlink() or path.exists()
    except OSError:
        return False

"""Whether a window can be opened at all, found out before Qt would abort the process.

Knows no PySide6 module, since even importing QtGui fails where system libraries are missing. The
display is tried the way Qt tries it, with libxcb itself, so that a refused one is noticed too.
"""

import ctypes
import os
import sys
from collections.abc import Mapping
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from notebook_app.foundation.problem import UserProblem

_WITHOUT_A_DISPLAY: Final = {"offscreen", "minimal", "minimalegl", "vnc", "linuxfb", "eglfs"}

_PACKAGES: Final = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""The Debian package of each library that a bare machine lacks."""

_INSTEAD: Final = "use the commands, which need no window: contact-notebook --help"


def display_problem(environment: Mapping[str, str] | None = None) -> UserProblem | None:
    """Return why no window can be opened, or None if one can (always None off Linux)."""
    if not sys.platform.startswith("linux"):
        return None
    values = os.environ if environment is None else environment
    platform = values.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if platform in _WITHOUT_A_DISPLAY:
        return None
    display, wayland = values.get("DISPLAY", ""), values.get("WAYLAND_DISPLAY", "")
    if wayland and _wayland_answers(Path(values.get("XDG_RUNTIME_DIR", "/")) / wayland):
        return library_problem(_plugin("libqwayland.so"))
    if display and x_display_answers(display):
        return library_problem(_plugin("libqxcb.so"))
    if display or wayland:
        return UserProblem(
            f"The display “{display or wayland}” cannot be reached.",
            remedy=f"Start Contact Notebook from your desktop, or {_INSTEAD}",
        )
    return UserProblem(
        "There is no display to open a window on.",
        remedy=f"Start Contact Notebook from your desktop, or {_INSTEAD}",
    )


def library_problem(plugin: Path | None) -> UserProblem | None:
    """Return which system library Qt's ``plugin`` lacks; None if it loads or isn't known."""
    if plugin is None:
        return None
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        missing = str(error).split(":", 1)[0].strip()
        package = _PACKAGES.get(missing)
        hint = f" (Debian, Ubuntu: apt install {package})" if package else ""
        return UserProblem(
            f"The system library {missing} is missing, which windows need.",
            remedy=f"Install it{hint}, or {_INSTEAD}",
        )
    return None


def x_display_answers(display: str) -> bool:
    """Return whether the X server ``display`` lets us in; True where libxcb is not to be had.

    Without libxcb the check of the plugin's libraries names what is missing.
    """
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode("utf-8", "surrogateescape"), None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers(path: Path) -> bool:
    import socket

    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)) as connection:
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def _plugin(name: str) -> Path | None:
    found = find_spec("PySide6")
    for folder in found.submodule_search_locations or () if found is not None else ():
        path = Path(folder) / "Qt" / "plugins" / "platforms" / name
        if path.is_file():
            return path
    return None

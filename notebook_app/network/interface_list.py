"""Asks the system for its network interfaces and their addresses, without sending anything.

``getifaddrs`` of the C library says it on Linux, macOS and the BSDs; where there is none (Windows)
the addresses of the computer's own name are taken, which have no interface names.
"""

import ctypes
import socket
import sys
from collections.abc import Iterator
from typing import NamedTuple

_UP = 0x1
_HEAD = 2
_PORT = 2
_FLOW = 4
_IPV4_LENGTH = 4
_IPV6_LENGTH = 16


class InterfaceAddress(NamedTuple):
    """An address in plain text, without a zone, and the interface that has it, or ""."""

    address: str
    interface: str


class _Interface(ctypes.Structure):
    """``struct ifaddrs`` as far as Linux and the BSDs have it alike (getifaddrs(3))."""


_Interface._fields_ = [
    ("next", ctypes.POINTER(_Interface)),
    ("name", ctypes.c_char_p),
    ("flags", ctypes.c_uint),
    ("address", ctypes.c_void_p),
]


def interface_addresses() -> list[InterfaceAddress]:
    """Return every address that the computer has now, on interfaces that are up."""
    library = None if sys.platform == "win32" else ctypes.CDLL(None, use_errno=True)
    if library is None or not hasattr(library, "getifaddrs"):
        return _addresses_of_own_name()
    first = ctypes.POINTER(_Interface)()
    if library.getifaddrs(ctypes.byref(first)) != 0:
        return _addresses_of_own_name()
    try:
        return list(_read(first))
    finally:
        library.freeifaddrs(first)


def _read(pointer: "ctypes._Pointer[_Interface]") -> Iterator[InterfaceAddress]:
    while pointer:
        found = pointer.contents
        if found.address and found.flags & _UP:
            address = _plain_address(found.address)
            if address:
                yield InterfaceAddress(address, (found.name or b"").decode("utf-8", "replace"))
        pointer = found.next


def _plain_address(place: int) -> str:
    """Return the address of a ``struct sockaddr``, or "" if it is of another family."""
    head = ctypes.string_at(place, _HEAD)
    # The BSDs have the length of the structure in the first byte, the family in the second.
    family = head[1] if sys.platform == "darwin" or "bsd" in sys.platform else _native(head)
    if family == socket.AF_INET:
        return socket.inet_ntop(
            socket.AF_INET, ctypes.string_at(place + _HEAD + _PORT, _IPV4_LENGTH)
        )
    if family == socket.AF_INET6:
        start = place + _HEAD + _PORT + _FLOW
        return socket.inet_ntop(socket.AF_INET6, ctypes.string_at(start, _IPV6_LENGTH))
    return ""


def _native(pair: bytes) -> int:
    return int.from_bytes(pair, sys.byteorder)


def _addresses_of_own_name() -> list[InterfaceAddress]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, type=socket.SOCK_STREAM)
    except OSError:
        found = []
    families = (socket.AF_INET, socket.AF_INET6)
    addresses = [
        str(place[0]).partition("%")[0] for family, *_, place in found if family in families
    ]
    return [InterfaceAddress(address, "") for address in dict.fromkeys((*addresses, "127.0.0.1"))]

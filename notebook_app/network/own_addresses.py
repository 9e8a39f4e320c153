"""Which of this computer's addresses a phone can most likely reach, the likely one first.

A computer with a VPN, Docker or virtual machines has many; a phone in the same Wi-Fi reaches only
the one of that network.
"""

import ipaddress
import re
import socket
from collections.abc import Sequence
from enum import IntEnum

from notebook_app.foundation.record import record
from notebook_app.network.interface_list import InterfaceAddress, interface_addresses


class AddressKind(IntEnum):
    """What a phone may expect of an address; lower is likelier."""

    LOCAL = 0
    PUBLIC = 1
    PRIVATE_NETWORK = 2
    VIRTUAL = 3
    LINK_LOCAL = 4
    THIS_COMPUTER = 5


@record
class OwnAddress:
    """An address of this computer, the interface that has it ("" if unknown), and its kind.

    ``PRIVATE_NETWORK`` is a VPN. ``leads_out`` tells that the way to the internet goes over it.
    """

    address: str
    interface: str
    kind: AddressKind
    leads_out: bool = False


_VPN = re.compile(
    r"(?i)(tun|tap|wg|ppp|utun|ipsec|tailscale|zt|nordlynx|proton|mullvad|vpn|cscotun)"
)
_VIRTUAL = re.compile(
    r"(?i)(docker|br-|veth|virbr|vmnet|vboxnet|vnet|lxc|lxd|podman|cni|flannel|cali|vethernet"
    r"|bridge1\d\d|anpi|ap\d|llw|awdl|dummy|ifb|kube|waydroid)"
)
_SHARED = ipaddress.ip_network("100.64.0.0/10")
"""Shared by carriers and overlay networks such as Tailscale (RFC 6598)."""

# Set apart for documentation (RFC 5737, RFC 3849): connecting a datagram socket sends nothing, it
# only asks which address would be used.
_ELSEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))
_ANY_PORT = 9


def own_addresses(found: Sequence[InterfaceAddress] | None = None) -> tuple[OwnAddress, ...]:
    """Return the addresses that a browser can be told, the likeliest first.

    IPv6 addresses of one link only are left out: browsers take no zone. ``found`` stands in for
    what the system says.
    """
    if found is None:
        found, leading = interface_addresses(), _leading_out()
    else:
        leading = frozenset[str]()
    addresses = [
        OwnAddress(each.address, each.interface, kind, each.address in leading)
        for each in dict.fromkeys(found)
        if (kind := _kind(each)) is not None
    ]
    return tuple(sorted(addresses, key=_likelihood))


def _likelihood(own: OwnAddress) -> tuple[int, bool, bool, str]:
    return own.kind, ":" in own.address, not own.leads_out, own.interface


def _kind(found: InterfaceAddress) -> AddressKind | None:
    address = ipaddress.ip_address(found.address)
    if address.is_loopback:
        return AddressKind.THIS_COMPUTER
    if address.is_link_local:
        return AddressKind.LINK_LOCAL if address.version == 4 else None
    if address.is_unspecified or address.is_multicast:
        return None
    if _VIRTUAL.match(found.interface):
        return AddressKind.VIRTUAL
    if _VPN.match(found.interface) or (address.version == 4 and address in _SHARED):
        return AddressKind.PRIVATE_NETWORK
    return AddressKind.LOCAL if address.is_private else AddressKind.PUBLIC


def _leading_out() -> frozenset[str]:
    """Return the addresses from which the way to elsewhere begins."""
    addresses: set[str] = set()
    for family, elsewhere in _ELSEWHERE:
        try:
            with socket.socket(family, socket.SOCK_DGRAM) as asking:
                asking.connect((elsewhere, _ANY_PORT))
                addresses.add(str(asking.getsockname()[0]).partition("%")[0])
        except OSError:
            continue
    return frozenset(addresses)

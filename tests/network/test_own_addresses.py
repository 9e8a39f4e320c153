"""The address that a phone can most likely reach comes first; the others are marked."""

import socket

from notebook_app.network.interface_list import InterfaceAddress, interface_addresses
from notebook_app.network.own_addresses import AddressKind, own_addresses

BUSY_COMPUTER = [
    InterfaceAddress("127.0.0.1", "lo"),
    InterfaceAddress("172.17.0.1", "docker0"),
    InterfaceAddress("172.18.0.1", "br-5f2c1a"),
    InterfaceAddress("10.8.0.2", "tun0"),
    InterfaceAddress("10.2.0.2", "wg0"),
    InterfaceAddress("100.101.7.9", "tailscale0"),
    InterfaceAddress("169.254.12.1", "eth1"),
    InterfaceAddress("fe80::1", "wlan0"),
    InterfaceAddress("2001:9e8:1:2::3", "wlan0"),
    InterfaceAddress("fd12::7", "wlan0"),
    InterfaceAddress("192.168.178.23", "wlan0"),
    InterfaceAddress("192.168.122.1", "virbr0"),
    InterfaceAddress("84.12.1.2", "ppp1"),
    InterfaceAddress("::1", "lo"),
]


def test_the_wi_fi_comes_before_vpns_containers_and_the_computer_itself() -> None:
    """Each kind in its place; addresses of one link that browsers can't name are left out."""
    found = own_addresses(BUSY_COMPUTER)
    assert found[0].address == "192.168.178.23"
    assert [(own.interface, own.kind) for own in found] == [
        ("wlan0", AddressKind.LOCAL),
        ("wlan0", AddressKind.LOCAL),
        ("wlan0", AddressKind.PUBLIC),
        ("ppp1", AddressKind.PRIVATE_NETWORK),
        ("tailscale0", AddressKind.PRIVATE_NETWORK),
        ("tun0", AddressKind.PRIVATE_NETWORK),
        ("wg0", AddressKind.PRIVATE_NETWORK),
        ("br-5f2c1a", AddressKind.VIRTUAL),
        ("docker0", AddressKind.VIRTUAL),
        ("virbr0", AddressKind.VIRTUAL),
        ("eth1", AddressKind.LINK_LOCAL),
        ("lo", AddressKind.THIS_COMPUTER),
        ("lo", AddressKind.THIS_COMPUTER),
    ]


def test_macos_and_windows_names_are_known() -> None:
    """Wi-Fi is en0 there, or has a name of several words."""
    found = own_addresses(
        [
            InterfaceAddress("10.0.0.5", "utun3"),
            InterfaceAddress("172.20.0.1", "vEthernet (WSL)"),
            InterfaceAddress("192.168.64.1", "bridge100"),
            InterfaceAddress("192.168.1.7", "en0"),
            InterfaceAddress("192.168.1.8", "Wi-Fi"),
            InterfaceAddress("10.1.1.1", ""),
        ]
    )
    assert [own.interface for own in found] == [
        "",
        "Wi-Fi",
        "en0",
        "utun3",
        "bridge100",
        "vEthernet (WSL)",
    ]


def test_the_computer_s_own_addresses_are_found() -> None:
    """Each of them can be listened on."""
    found = interface_addresses()
    assert InterfaceAddress("127.0.0.1", "lo") in found or "127.0.0.1" in {a for a, _ in found}
    for own in own_addresses():
        family = socket.AF_INET6 if ":" in own.address else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as bound:
            bound.bind((own.address, 0))

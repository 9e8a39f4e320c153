"""Web pages, messaging addresses and social profiles."""

from collections.abc import Mapping

from notebook_app.formats.vcard.card_in_progress import CardInProgress, Reader
from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.label_words import PLACES, label_from_types
from notebook_app.formats.vcard.messaging import (
    NETWORKS,
    OTHER_NAMES,
    network_of_url,
    service_name,
)
from notebook_app.formats.vcard.values import uri_of
from notebook_app.model.contact import Link, LinkKind


def _web_page(card: CardInProgress, head: Head, value: str) -> bool:
    if url := uri_of(head, value):
        card.links.append(Link(url, card.label(head), preferred=head.preferred))
    return True


def _blog(card: CardInProgress, head: Head, value: str) -> bool:
    if url := uri_of(head, value):
        card.links.append(Link(url, "blog"))
    return True


def _messaging(card: CardInProgress, head: Head, value: str) -> bool:
    """Take IMPP (RFC 4770); Apple names the network in ``X-SERVICE-TYPE``."""
    url = uri_of(head, value)
    if not url:
        return True
    named = head.parameters.get("X-SERVICE-TYPE") or head.parameters.get("SERVICE-TYPE", "")
    network = network_of_url(url)
    service = service_name(named) if named else network.service if network else ""
    card.links.append(Link(url, card.label(head), LinkKind.MESSAGING, service, head.preferred))
    return True


def _social(card: CardInProgress, head: Head, value: str) -> bool:
    """Take ``X-SOCIALPROFILE;TYPE=twitter:…``: its type is the network, not a label."""
    url = uri_of(head, value)
    if not url:
        return True
    service = next((kind.lower() for kind in head.types if kind.lower() not in _NO_SERVICE), "")
    label = card.group_label(head)
    if label is None:
        label = label_from_types([kind for kind in head.types if kind.lower() in PLACES])
    card.links.append(Link(url, label, LinkKind.SOCIAL, service, head.preferred))
    return True


def _social_by_standard(card: CardInProgress, head: Head, value: str) -> bool:
    """Take SOCIALPROFILE (RFC 9554, 2.4) if it is an address; a bare name stays as it is."""
    url = uri_of(head, value)
    if not url or head.parameters.get("VALUE", "").lower() == "text":
        return not url
    service = head.parameters.get("SERVICE-TYPE", "")
    card.links.append(Link(url, card.label(head), LinkKind.SOCIAL, service.lower(), head.preferred))
    return True


def _old_messaging(scheme: str) -> Reader:
    """Return the reader of a property that holds a bare name within one network."""

    def read(card: CardInProgress, head: Head, value: str) -> bool:
        handle = uri_of(head, value)
        if handle:
            url = handle if handle.lower().startswith(scheme + ":") else f"{scheme}:{handle}"
            network = network_of_url(url)
            service = network.service if network else ""
            card.spare_links.append(
                Link(url, head.label, LinkKind.MESSAGING, service, head.preferred)
            )
        return True

    return read


_NO_SERVICE = PLACES | {"pref"}

READERS: Mapping[str, Reader] = {
    "URL": _web_page,
    "X-EVOLUTION-BLOG-URL": _blog,
    "X-KADDRESSBOOK-BLOGFEED": _blog,
    "IMPP": _messaging,
    "X-SOCIALPROFILE": _social,
    "SOCIALPROFILE": _social_by_standard,
    **{net.property_name: _old_messaging(net.scheme) for net in NETWORKS if net.property_name},
    **{name: _old_messaging(scheme) for name, scheme in OTHER_NAMES.items()},
}

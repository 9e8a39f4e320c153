"""Messaging networks: the address scheme of each, and the property that older programs use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Network:
    """A messaging network: ``xmpp:alice`` in IMPP is ``X-JABBER:alice`` elsewhere."""

    service: str
    scheme: str
    property_name: str = ""


NETWORKS = (
    Network("Jabber", "xmpp", "X-JABBER"),
    Network("Skype", "skype", "X-SKYPE-USERNAME"),
    Network("AIM", "aim", "X-AIM"),
    Network("MSN", "msnim", "X-MSN"),
    Network("ICQ", "icq", "X-ICQ"),
    Network("Yahoo", "ymsgr", "X-YAHOO"),
    Network("QQ", "qq", "X-QQ"),
    Network("Google Talk", "gtalk", "X-GOOGLE-TALK"),
    Network("Gadu-Gadu", "gg", "X-GADUGADU"),
    Network("GroupWise", "groupwise", "X-GROUPWISE"),
    Network("SIP", "sip", "X-SIP"),
    Network("IRC", "irc"),
    Network("Matrix", "matrix"),
    Network("Telegram", "tg"),
    Network("Threema", "threema"),
    Network("Signal", "sgnl"),
    Network("WhatsApp", "whatsapp"),
    Network("Facebook", "facebook"),
)
OTHER_NAMES = {
    "X-SKYPE": "skype",
    "X-GTALK": "gtalk",
    "X-GOOGLE TALK": "gtalk",
    "X-YAHOO-ID": "ymsgr",
    "X-AIM-ID": "aim",
    "X-MSN-ID": "msnim",
    "X-ICQ-ID": "icq",
}
_BY_SCHEME = {network.scheme: network for network in NETWORKS}
_SERVICE_BY_FOLD = {network.service.casefold(): network.service for network in NETWORKS}


def network_of_url(url: str) -> Network | None:
    """Return the network that the scheme of ``url`` belongs to."""
    scheme, colon, _ = url.partition(":")
    return _BY_SCHEME.get(scheme.lower()) if colon else None


def service_name(word: str) -> str:
    """Return the usual spelling of a network's name, or ``word`` as it is."""
    return _SERVICE_BY_FOLD.get(word.casefold(), word)

"""What the phone's page says, as one record that every language fills."""

from collections.abc import Mapping

from notebook_app.foundation.record import record
from notebook_app.network.phone_files import Refusal

OneOrMany = tuple[str, str]
"""The words for one, and for any other number ``{count}``."""


@record
class PageWords:
    """The page in one language; plain text, escaped where it is put into the page.

    ``language`` is its code (RFC 5646), ``direction`` is ``ltr`` or ``rtl``. Of the help each step
    is one text. ``refusals`` say what was wrong and what to do.
    """

    language: str
    title_receive: str
    title_send: str
    lead_receive: str
    lead_send: str
    files_label: str
    files_hint: str
    text_label: str
    text_hint: str
    send: str
    offered: str
    offered_hint: str
    sent_title: str
    sent_again: str
    go_on: str
    not_sent_title: str
    left_out: str
    files: OneOrMany
    cards: OneOrMany
    refusals: Mapping[Refusal, str]
    send_more: str
    help_iphone: str
    iphone_steps: tuple[str, ...]
    help_android: str
    android_steps: tuple[str, ...]
    safety: str
    thousands: str
    direction: str = "ltr"

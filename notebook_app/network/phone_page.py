"""The page that the phone shows: plain HTML without scripts, everything escaped.

One form and a few sentences, so that it works in any browser, and is read out well.
"""

from collections.abc import Sequence
from html import escape

from notebook_app.network.page_style import STYLE
from notebook_app.network.phone_events import Arrived, Refused
from notebook_app.network.phone_files import FileFinding, OfferedFile, Refusal
from notebook_app.network.phone_limits import MEGABYTE, PhoneLimits
from notebook_app.network.words_record import OneOrMany, PageWords

_NAMES_SHOWN = 8
_BRAND = "Contact Notebook"


class PhonePage:
    """Makes the page in one language, for one session."""

    def __init__(self, words: PageWords, path: str, limits: PhoneLimits) -> None:
        """Take the words, the path that the page is under, and the limits that it names."""
        self._words = words
        self._path = path
        self._limits = limits

    def html(
        self,
        offers: Sequence[OfferedFile],
        *,
        receives: bool,
        notice: Arrived | Refused | None = None,
        text: str = "",
        device: str = "",
    ) -> bytes:
        """Return the page.

        ``text`` is put back where it was written, ``device`` the one whose help is open.
        """
        words = self._words
        title = words.title_receive if receives else words.title_send
        parts = [f'<p class="brand">{_BRAND}</p><h1>{escape(title)}</h1>']
        if notice is None:
            lead = words.lead_receive if receives else words.lead_send
            parts.append(f'<p class="lead">{escape(lead)}</p>')
        else:
            parts.append(self._notice(notice))
        if offers:
            parts.append(self._offers(offers, receives))
        if receives:
            parts.append(self._form(text, again=isinstance(notice, Arrived)))
            parts.append(self._help(device))
        parts.append(f'<p class="safety">{escape(words.safety)}</p>')
        return (
            f'<!DOCTYPE html>\n<html lang="{words.language}" dir="{words.direction}"><head>'
            '<meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="color-scheme" content="light dark">'
            '<meta name="format-detection" content="telephone=no">'
            '<meta name="robots" content="noindex">'
            f"<title>{escape(title)}</title><style>{STYLE}</style></head>\n"
            f"<body><main>\n{chr(10).join(parts)}\n</main></body></html>\n"
        ).encode()

    def _notice(self, notice: Arrived | Refused) -> str:
        words = self._words
        if isinstance(notice, Refused):
            said = self._refused(notice.files) or f"<p>{self._refusal(notice.reason)}</p>"
            return _card("bad", "alert", "!", words.not_sent_title, said)
        if notice.again:
            said = f"<p>{escape(words.sent_again)}</p>"
        else:
            counted = [self._count(words.files, len(notice.files))]
            if notice.cards:
                counted.append(self._count(words.cards, notice.cards))
            said = f"<p><strong>{', '.join(counted)}</strong></p>"
        if notice.refused:
            said += f"<h2>{escape(words.left_out)}</h2>{self._refused(notice.refused)}"
        return _card("good", "status", "✓", words.sent_title, f"{said}<p>{escape(words.go_on)}</p>")

    def _refused(self, findings: Sequence[FileFinding]) -> str:
        lines = [
            f"<li><strong><bdi>{escape(finding.name)}</bdi></strong><br>"
            f"{self._refusal(finding.refusal)}</li>"
            for finding in findings[:_NAMES_SHOWN]
            if finding.refusal is not None
        ]
        if len(findings) > _NAMES_SHOWN:
            lines.append(f"<li>… +{len(findings) - _NAMES_SHOWN}</li>")
        return f"<ul>{''.join(lines)}</ul>" if lines else ""

    def _refusal(self, refusal: Refusal) -> str:
        sentence = self._words.refusals[refusal]
        megabytes = max(1, self._limits.transfer_bytes // MEGABYTE)
        return escape(sentence.format(megabytes=megabytes, files=self._limits.files))

    def _offers(self, offers: Sequence[OfferedFile], receives: bool) -> str:
        words = self._words
        links = "".join(
            f'<li><a class="offer" href="{self._path}/file/{place}">'
            '<span class="mark" aria-hidden="true">↓</span> '
            f"<bdi>{escape(offer.title)}</bdi><small><bdi>{escape(offer.name)}</bdi></small>"
            "</a></li>"
            for place, offer in enumerate(offers, 1)
        )
        heading = f"<h2>{escape(words.offered)}</h2>" if receives else ""
        hint = f'<p class="hint">{escape(words.offered_hint)}</p>'
        return f'<div class="card">{heading}<ul>{links}</ul>{hint}</div>'

    def _form(self, text: str, again: bool) -> str:
        words = self._words
        heading = f"<h2>{escape(words.send_more)}</h2>" if again else ""
        return (
            f'<form class="card" method="post" action="{self._path}" '
            f'enctype="multipart/form-data" accept-charset="utf-8">{heading}'
            f'<label for="files">{escape(words.files_label)}</label>'
            f'<p class="hint" id="files-hint">{escape(words.files_hint)}</p>'
            # No list of endings: phones grey out files whose endings they know by other names.
            '<input type="file" name="files" id="files" multiple aria-describedby="files-hint">'
            f'<label for="text">{escape(words.text_label)}</label>'
            f'<p class="hint" id="text-hint">{escape(words.text_hint)}</p>'
            '<textarea name="text" id="text" rows="4" dir="auto" autocomplete="off" '
            f'aria-describedby="text-hint">\n{escape(text)}</textarea>'
            f'<button type="submit">{escape(words.send)}</button></form>'
        )

    def _help(self, device: str) -> str:
        words = self._words
        iphone = _details(words.help_iphone, words.iphone_steps, device in {"iPhone", "iPad"})
        android = _details(words.help_android, words.android_steps, device == "Android")
        return android + iphone if device == "Android" else iphone + android

    def _count(self, forms: OneOrMany, count: int) -> str:
        number = f"{count:,}".replace(",", self._words.thousands)
        return escape(forms[0] if count == 1 else forms[1].format(count=number))


def _card(kind: str, role: str, mark: str, title: str, said: str) -> str:
    return (
        f'<div class="card {kind}" role="{role}"><p class="big">'
        f'<span class="mark" aria-hidden="true">{mark}</span> {escape(title)}</p>{said}</div>'
    )


def _details(question: str, steps: Sequence[str], is_open: bool) -> str:
    lines = "".join(f"<li>{escape(step)}</li>" for step in steps)
    opened = " open" if is_open else ""
    return f"<details{opened}><summary>{escape(question)}</summary><ol>{lines}</ol></details>"

"""What is being written down after an event, as it is kept in the notebook until it is saved.

It is kept as a setting and not as a step to undo: nothing of it is in the notebook yet.
"""

import base64
import binascii
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, Final

from notebook_app.foundation.problem import UserProblem
from notebook_app.gui.conversations.line_reading import Corrections
from notebook_app.model.capture.captured import PieceKind
from notebook_app.model.conversation import Formality
from notebook_app.model.event import EventDraft, Involvement
from notebook_app.storage.notebook import Notebook

_NAME: Final = "after event"
_PICTURES: Final = "after event pictures"


@dataclass(slots=True)
class KeptCard:
    """A card on a line: the raw text of its code, or the picture itself and its hash."""

    raw: str = ""
    name: str = ""
    media_type: str = ""
    data: bytes = b""
    key: str = ""

    def __post_init__(self) -> None:
        """Reckon the hash once; the picture is large."""
        if self.data:
            self.key = hashlib.sha256(self.data).hexdigest()


@dataclass(slots=True)
class KeptPerson:
    """A line as it was written, and what was said about it.

    ``next_step`` is the kind of follow-up chosen in the review, ``rest`` that there is none.
    """

    text: str
    corrections: Corrections = field(default_factory=Corrections)
    cards: tuple[KeptCard, ...] = ()
    next_step: str = ""
    rest: bool = False


@dataclass(slots=True)
class CaptureState:
    """The event (its row id, or a draft of a new one) and the lines."""

    event_id: int | None = None
    draft: EventDraft | None = None
    people: list[KeptPerson] = field(default_factory=list)

    def is_empty(self) -> bool:
        """Return whether nothing would be lost."""
        named = self.draft is not None and bool(self.draft.name.strip())
        return not named and not any(each.text.strip() or each.cards for each in self.people)


def keep_state(notebook: Notebook, state: CaptureState, pictures: bool) -> bool:
    """Keep what is written, ``pictures`` too if they changed; return whether it could be."""
    try:
        with notebook.tidying():
            notebook.settings.write(_NAME, None if state.is_empty() else _as_json(state))
            if pictures:
                held = {
                    card.key: base64.b64encode(card.data).decode()
                    for each in state.people
                    for card in each.cards
                    if card.data
                }
                notebook.settings.write(_PICTURES, held or None)
    except UserProblem:
        return False
    return True


def kept_state(notebook: Notebook) -> CaptureState | None:
    """Return what was kept, or None; what makes no sense in it is left out."""
    kept = notebook.settings.read(_NAME)
    if not isinstance(kept, dict):
        return None
    pictures = notebook.settings.read(_PICTURES)
    held = pictures if isinstance(pictures, dict) else {}
    people = kept.get("people")
    event_id = kept.get("event")
    state = CaptureState(
        event_id if isinstance(event_id, int) else None,
        _draft(kept.get("draft")),
        [
            _person(each, held)
            for each in (people if isinstance(people, list) else ())
            if isinstance(each, dict)
        ],
    )
    return None if state.is_empty() else state


def _as_json(state: CaptureState) -> dict[str, object]:
    return {
        "event": state.event_id,
        "draft": None if state.draft is None else _draft_json(state.draft),
        "people": [
            {
                "text": each.text,
                "as_text": sorted([kind.value, words] for kind, words in each.corrections.as_text),
                "chosen": each.corrections.chosen,
                "cards": [_card_json(card) for card in each.cards],
                "next": each.next_step,
                "rest": each.rest,
            }
            for each in state.people
        ],
    }


def _card_json(card: KeptCard) -> dict[str, str]:
    return {"raw": card.raw, "name": card.name, "type": card.media_type, "picture": card.key}


def _draft_json(draft: EventDraft) -> dict[str, object]:
    return {
        "name": draft.name,
        "on": draft.on.isoformat(),
        "at": draft.at.isoformat("minutes") if draft.at else "",
        "place": draft.place,
        "host": draft.host,
        "formality": draft.formality.value,
        "involvement": draft.involvement.value,
        "people": draft.goal_new_people,
    }


def _draft(kept: object) -> EventDraft | None:
    if not isinstance(kept, dict):
        return None
    try:
        people = kept.get("people")
        return EventDraft(
            name=str(kept["name"]),
            on=date.fromisoformat(str(kept["on"])),
            at=time.fromisoformat(str(kept["at"])) if kept.get("at") else None,
            place=str(kept.get("place", "")),
            host=str(kept.get("host", "")),
            formality=Formality(kept["formality"]),
            involvement=Involvement(kept["involvement"]),
            goal_new_people=people if isinstance(people, int) else None,
        )
    except (KeyError, ValueError):
        return None


def _person(kept: Mapping[str, Any], pictures: Mapping[str, Any]) -> KeptPerson:
    kinds = {kind.value: kind for kind in PieceKind}
    as_text = kept.get("as_text")
    chosen = kept.get("chosen")
    corrections = Corrections(
        {
            (kinds[str(pair[0])], str(pair[1]))
            for pair in (as_text if isinstance(as_text, list) else ())
            if isinstance(pair, list) and len(pair) == 2 and str(pair[0]) in kinds
        },
        {
            str(name): contact_id
            for name, contact_id in (chosen if isinstance(chosen, dict) else {}).items()
            if isinstance(contact_id, int)
        },
    )
    return KeptPerson(
        str(kept.get("text", "")),
        corrections,
        _cards(kept, pictures),
        str(kept.get("next", "")),
        kept.get("rest") is True,
    )


def _cards(kept: Mapping[str, Any], pictures: Mapping[str, Any]) -> tuple[KeptCard, ...]:
    """Return the cards of a line; before there could be several, one was kept as ``card``."""
    each = kept.get("cards")
    found = each if isinstance(each, list) else [kept.get("card")]
    return tuple(card for one in found if (card := _card(one, pictures)) is not None)


def _card(kept: object, pictures: Mapping[str, Any]) -> KeptCard | None:
    if not isinstance(kept, dict):
        return None
    picture = str(pictures.get(str(kept.get("picture", "")), ""))
    try:
        data = base64.b64decode(picture, validate=True)
    except binascii.Error:
        data = b""
    card = KeptCard(
        str(kept.get("raw", "")), str(kept.get("name", "")), str(kept.get("type", "")), data
    )
    return card if card.raw or card.data else None


def same_state(one: CaptureState, other: CaptureState) -> bool:
    """Return whether two states are kept as the same text."""
    return json.dumps(_as_json(one)) == json.dumps(_as_json(other))

"""Finds out for the cards of an import whose they are: a contact's, or someone's who is new.

A UID, or a shared address together with a similar name, settles it (see ``ContactIndex``). Beyond
that, a contact's earlier cards tell who it is: it may have been renamed here, or its only number
changed on the phone. What is only likely becomes a suggestion for the user to choose from.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from notebook_app.foundation.progress import Progress
from notebook_app.model.contact_match import (
    ContactIndex,
    Likeness,
    MatchKeys,
    Suggestion,
    similar_names,
)
from notebook_app.services.import_choices import ImportChoices
from notebook_app.services.listed_member import ListedMember
from notebook_app.services.prepare_cards import PreparedCard, UnreadableCard, details_of_raw
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.recognition import SourceCard

_MOST_SHARING_IN_FILE = 3
_CARDS_A_REPORT = 100
_SAY_NOTHING = frozenset(
    ("BEGIN", "END", "VERSION", "PRODID", "REV", "UID", "N", "FN", "KIND", "CATEGORIES", "SORT")
)


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Whose a card is.

    ``target`` is the contact's id, or minus the number of the new contact. ``suggestions`` are
    whom a new one may be instead, with their ``names``. ``same_export`` says that the card
    comes from the program whose export the contact came from, taken once more.
    """

    target: int
    chosen: bool = False
    same_export: bool = False
    suggestions: tuple[Suggestion, ...] = ()
    names: dict[int, str] = field(default_factory=dict)


def find_persons(
    notebook: Notebook,
    cards: Sequence[tuple[str, PreparedCard | UnreadableCard | ListedMember]],
    left: Sequence[int],
    claimed: Collection[int],
    *,
    choices: ImportChoices,
    progress: Progress,
) -> list[FoundPerson]:
    """Return for each card whose place is in ``left`` whose it is.

    ``claimed`` are the ids of source cards that the files still hold as they were.

    Raises:
        Cancelled: the user asked to stop.
    """
    if not left:
        return []
    return _Finding(notebook, cards, left, claimed, choices=choices, progress=progress).run()


def uids_of(
    cards: Sequence[tuple[str, PreparedCard | UnreadableCard | ListedMember]],
) -> frozenset[str]:
    """Return the UIDs of the cards in lower case."""
    return frozenset(card.uid.lower() for _, card in cards if isinstance(card, PreparedCard))


def follows(card: PreparedCard, source: SourceCard, uids: Collection[str]) -> bool:
    """Return whether ``card`` may be what became of an earlier card.

    It comes from the same program; and they have the same UID, or the earlier one is gone from
    the files, whose UIDs are ``uids``.
    """
    earlier = source.uid.lower()
    return (
        source.version == card.version
        and (earlier == card.uid.lower() or (earlier not in uids and bool(earlier)))
        and maker_of(source.raw) == maker_of(card.raw)
    )


def maker_of(raw: str) -> str:
    """Return the program that wrote a card, without its version."""
    for line in raw.split("\n", 12)[:12]:
        if line[:7].upper() == "PRODID:":
            return _without_version(line[7:])
    return ""


@lru_cache(maxsize=100)
def _without_version(product: str) -> str:
    return "".join(char for char in product if not char.isdigit() and char != ".")


class _Finding:
    """One run over the cards that are not known by their fingerprint."""

    def __init__(
        self,
        notebook: Notebook,
        cards: Sequence[tuple[str, PreparedCard | UnreadableCard | ListedMember]],
        left: Sequence[int],
        claimed: Collection[int],
        *,
        choices: ImportChoices,
        progress: Progress,
    ) -> None:
        self._notebook = notebook
        self._cards = cards
        self._left = left
        self._claimed = claimed
        self._choices = choices
        self._progress = progress
        self._uses = Counter(
            card.uid.lower() for _, card in cards if isinstance(card, PreparedCard)
        )
        self._names: dict[int, str] = {}
        self._index = self._known()
        unknown = set(left)
        self._exported_before = {
            source
            for place, (source, card) in enumerate(cards)
            if place not in unknown and isinstance(card, PreparedCard)
        }
        self._sharing: Counter[str] = Counter()
        self._same_name: Counter[frozenset[str]] = Counter()
        self._suggestions: dict[int, tuple[Suggestion, ...]] = {}
        self._sources: dict[int, list[SourceCard]] = {}

    def run(self) -> list[FoundPerson]:
        if self._names:
            self._suggest()
        found: list[FoundPerson] = []
        added = 0
        taken: set[int] = set()
        for place in self._told(self._left):
            keys = self._card(place).keys()
            person = self._person(place, keys, taken)
            if person is None:
                added += 1
                person = FoundPerson(
                    -added, suggestions=self._suggestions.get(place, ()), names=self._names
                )
                if self._choices.of(place).as_new:
                    person = FoundPerson(-added)
            if person.target > 0:
                taken.add(person.target)
            if person.target < 0:
                self._index.add(person.target, keys)
            elif person.chosen:
                for reach in (*keys.emails, *keys.phones):
                    self._index.add_reach(person.target, reach)
                self._index.add_uid(person.target, keys.uid)
            found.append(person)
        return found

    def _known(self) -> ContactIndex:
        index = ContactIndex()
        known = self._notebook.recognition
        for contact_id, name, given, family in known.names():
            index.add_name(contact_id, name, given, family)
            self._names[contact_id] = name
        if self._names:
            for uid, contact_id in known.uids():
                index.add_uid(contact_id, uid)
            for reach, contact_id in known.reach():
                index.add_reach(contact_id, reach)
        return index

    def _card(self, place: int) -> PreparedCard:
        card = self._cards[place][1]
        assert isinstance(card, PreparedCard)
        return card

    def _suggest(self) -> None:
        """Look for likely people of the cards that nothing settles, and read their cards."""
        unsettled: list[int] = []
        for place in self._told(self._left):
            keys = self._card(place).keys()
            # Counting what the notebook does not know would take a huge file's worth of memory.
            self._sharing.update(
                reach for reach in (*keys.emails, *keys.phones) if self._index.knows_reach(reach)
            )
            if self._index.find(keys, trust_uid=self._trust(keys)) is None:
                unsettled.append(place)
        if not unsettled:
            return
        self._index.learn_names()
        for place in self._told(unsettled):
            keys = self._card(place).keys()
            rare = MatchKeys(
                keys.name,
                keys.given,
                keys.family,
                keys.uid,
                [email for email in keys.emails if self._sharing[email] <= _MOST_SHARING_IN_FILE],
                [phone for phone in keys.phones if self._sharing[phone] <= _MOST_SHARING_IN_FILE],
            )
            if suggestions := self._index.suggestions(rare):
                self._suggestions[place] = suggestions
        if not self._suggestions:
            return
        names = {_name_words(self._card(place)) for place in self._suggestions}
        self._same_name.update(
            words for place in self._left if (words := _name_words(self._card(place))) in names
        )
        wanted = {each.contact_id for some in self._suggestions.values() for each in some}
        self._sources = self._notebook.recognition.source_cards(sorted(wanted))

    def _told(self, places: Sequence[int]) -> Iterator[int]:
        for done, place in enumerate(places):
            if done % _CARDS_A_REPORT == 0:
                self._progress.report(done, len(places), "Comparing")
            yield place

    def _trust(self, keys: MatchKeys) -> bool:
        return self._uses[keys.uid.lower()] == 1

    def _person(self, place: int, keys: MatchKeys, taken: set[int]) -> FoundPerson | None:
        choice = self._choices.of(place)
        if choice.contact_id is not None and choice.contact_id in self._names:
            return FoundPerson(choice.contact_id, chosen=True)
        if choice.as_new:
            return None
        again = self._cards[place][0] in self._exported_before
        target = self._index.find(keys, trust_uid=self._trust(keys))
        if target is not None:
            return FoundPerson(target, same_export=again)
        for suggestion in self._suggestions.get(place, ()):
            if self._is_settled(place, suggestion, again, taken):
                return FoundPerson(suggestion.contact_id, same_export=again)
        return None

    def _is_settled(self, place: int, suggestion: Suggestion, again: bool, taken: set[int]) -> bool:
        """Return whether an earlier card of the suggested contact tells that it is the one.

        Either it shares an address and had such a name before; or it has just this name, nobody
        else has it, and its earlier card is gone from an export that is here once more, or says
        the same in some other line.
        """
        card = self._card(place)
        sources = self._sources.get(suggestion.contact_id, ())
        if Likeness.PHONE in suggestion.why or Likeness.EMAIL in suggestion.why:
            name = (card.name, card.given, card.family)
            return any(similar_names(_name_in(source), name) for source in sources)
        if (
            Likeness.NAME not in suggestion.why
            or suggestion.contact_id in taken
            or len(self._index.same_name(card.keys())) != 1
            or self._same_name[_name_words(card)] != 1
        ):
            return False
        told = _telling_lines(card.raw)
        return any(
            source.id not in self._claimed
            and follows(card, source, self._uses)
            and (again or bool(told & _telling_lines(source.raw)))
            for source in sources
        )


def _name_words(card: PreparedCard) -> frozenset[str]:
    return frozenset(card.name.casefold().split())


def _name_in(source: SourceCard) -> tuple[str, str, str]:
    try:
        details = details_of_raw(source.raw)[0]
    except ValueError:
        return "", "", ""
    return details.display_name, details.name.given, details.name.family


def _telling_lines(raw: str) -> set[str]:
    """Return the lines of a card that say something of a person but the name."""
    return {
        line
        for line in raw.split("\n")
        if line.split(":", 1)[0].split(";", 1)[0].upper() not in _SAY_NOTHING
        and not line.upper().startswith("X-")
    }

"""The words in which a timeline tells what happened."""

from notebook_app.model.conversation import Channel, Initiator
from notebook_app.model.event import Presence
from notebook_app.model.follow_up import FollowUpKind, FollowUpState
from notebook_app.model.offering import Direction, FavourKind, ServiceKnowledge
from notebook_app.model.opportunity import OpportunityState

_IN_PERSON = {
    "café": "Coffee",
    "lunch": "Lunch",
    "meeting": "Meeting",
    "home": "Visit",
    "party": "Party",
    "online": "Talked online",
}
_CHANNELS: dict[Channel, dict[Initiator | None, str]] = {
    Channel.CALL: {Initiator.ME: "Called", Initiator.THEM: "They called", None: "Phone call"},
    Channel.EMAIL: {
        Initiator.ME: "Wrote an e-mail",
        Initiator.THEM: "They wrote an e-mail",
        None: "E-mail",
    },
    Channel.MESSAGE: {
        Initiator.ME: "Sent a message",
        Initiator.THEM: "They sent a message",
        None: "Message",
    },
    Channel.VIDEO: {None: "Video call"},
    Channel.NOTE: {
        Initiator.ME: "Sent a handwritten note",
        Initiator.THEM: "They sent a handwritten note",
        None: "Handwritten note",
    },
}
_INITIATED = {Initiator.ME: "you reached out", Initiator.THEM: "they reached out"}
_DONE = {
    FollowUpKind.CALL: "Called",
    FollowUpKind.EMAIL: "Wrote an e-mail",
    FollowUpKind.NOTE: "Sent a handwritten note",
    FollowUpKind.MESSAGE: "Sent a message",
    FollowUpKind.COFFEE: "Had coffee",
    FollowUpKind.LUNCH: "Had lunch",
    FollowUpKind.MEETING: "Met",
    FollowUpKind.INTRODUCTION: "Made an introduction",
    FollowUpKind.SEND: "Sent something",
    FollowUpKind.THANK: "Said thank you",
    FollowUpKind.OTHER: "Done",
}
_FAVOURS = {
    (Direction.GIVEN, FavourKind.HELP): ("You helped", "You helped with them"),
    (Direction.GIVEN, FavourKind.INTRODUCTION): ("You introduced", "You introduced them"),
    (Direction.GIVEN, FavourKind.REFERRAL): ("You referred work", "You referred them"),
    (Direction.RECEIVED, FavourKind.HELP): ("They helped you", "Helped you with them"),
    (Direction.RECEIVED, FavourKind.INTRODUCTION): ("They introduced you", "Introduced to you"),
    (Direction.RECEIVED, FavourKind.REFERRAL): ("They referred work to you", "Referred to you"),
}
"""As the one tells it to whom or by whom it was done, and as the one whom it was about."""

_LED_TO = {
    FavourKind.HELP: "Help",
    FavourKind.INTRODUCTION: "Introduced",
    FavourKind.REFERRAL: "Referred",
}
_BESIDE_THE_OTHER = {
    (Direction.GIVEN, FavourKind.HELP): "For",
    (Direction.GIVEN, FavourKind.INTRODUCTION): "To",
    (Direction.GIVEN, FavourKind.REFERRAL): "To",
    (Direction.RECEIVED, FavourKind.HELP): "By",
    (Direction.RECEIVED, FavourKind.INTRODUCTION): "By",
    (Direction.RECEIVED, FavourKind.REFERRAL): "By",
}
_PRESENCES = {
    Presence.MET.value: "Met",
    Presence.SEEN.value: "Saw",
    Presence.EXPECTED.value: "Expected",
}
_KNOWLEDGE = {
    ServiceKnowledge.TOLD: "Told about",
    ServiceKnowledge.USES: "Uses",
    ServiceKnowledge.DECLINED: "Declined",
}
_OPPORTUNITIES = {
    OpportunityState.OPEN: "Opportunity",
    OpportunityState.WON: "Won",
    OpportunityState.LOST: "Lost",
}


def conversation_title(
    channel: Channel, setting: str, place: str, event: str, initiated_by: Initiator | None
) -> str:
    """Return ``Coffee at Bean House``, ``Called``, ``Talked at Chamber After Hours`` and so on."""
    words = _CHANNELS.get(channel)
    if words is not None:
        return words.get(initiated_by) or words[None]
    where = event or place
    title = _IN_PERSON.get(setting.lower(), "Talked")
    if where:
        return f"{title} at {where}"
    return f"Talked ({setting})" if title == "Talked" and setting else title


def initiated_words(channel: Channel, initiated_by: Initiator | None) -> str:
    """Return who reached out, unless the title says it already."""
    if initiated_by is None or initiated_by in _CHANNELS.get(channel, {}):
        return ""
    return _INITIATED[initiated_by]


def follow_up_title(kind: FollowUpKind, state: FollowUpState) -> str:
    """Return what was done, or what was to be done."""
    if state is FollowUpState.DONE:
        return _DONE[kind]
    name = kind.value[0].upper() + kind.value[1:]
    return f"{name} skipped" if state is FollowUpState.SKIPPED else name


def attempt_title(kind: FollowUpKind, outcome: str) -> str:
    """Return what was tried and how it went, as in ``Call: no answer``."""
    return f"{kind.value[0].upper()}{kind.value[1:]}: {outcome}"


def event_title(name: str, presence: str) -> str:
    """Return ``Met at ...``, ``Saw at ...``, or the event's name without anybody met there."""
    return f"{_PRESENCES[presence]} at {name}" if presence in _PRESENCES else name


def favour_title(direction: Direction, kind: FavourKind, *, about_them: bool = False) -> str:
    """Return who did what for whom; ``about_them`` as the one tells it whom it was about."""
    return _FAVOURS[direction, kind][about_them]


def favour_link(direction: Direction, kind: FavourKind, *, about_them: bool = False) -> str:
    """Return the word that stands before the third one's name, as in ``Introduced: Agnes``."""
    return _BESIDE_THE_OTHER[direction, kind] if about_them else _LED_TO[kind]


def stage_title(stage: str, before: str) -> str:
    """Return ``know → like``, or what there is of it; either is empty where there was none."""
    if stage and before:
        return f"{before} → {stage}"
    return f"You know each other: {stage}" if stage else f"No longer “{before}”"


def service_title(knowledge: ServiceKnowledge, service: str) -> str:
    """Return what a contact knows of a service."""
    return f"{_KNOWLEDGE[knowledge]} {service}"


def opportunity_title(state: OpportunityState, title: str) -> str:
    """Return how an opportunity stands, with its title."""
    return f"{_OPPORTUNITIES[state]}: {title}"


def amount_words(value: str, currency: str) -> str:
    """Return an amount with a narrow space between thousands, as in ``EUR 4 200``."""
    whole, point, fraction = value.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.lstrip("-")
    groups = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)][::-1]
    number = sign + "\u202f".join(groups) + point + fraction
    return f"{currency}\u00a0{number}".strip("\u00a0")

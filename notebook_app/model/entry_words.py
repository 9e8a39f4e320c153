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
    (Direction.GIVEN, FavourKind.HELP): "You helped",
    (Direction.GIVEN, FavourKind.INTRODUCTION): "You introduced",
    (Direction.GIVEN, FavourKind.REFERRAL): "You referred work",
    (Direction.RECEIVED, FavourKind.HELP): "They helped you",
    (Direction.RECEIVED, FavourKind.INTRODUCTION): "They introduced you",
    (Direction.RECEIVED, FavourKind.REFERRAL): "They referred work to you",
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


def event_title(name: str, presence: Presence) -> str:
    """Return ``Met at ...`` or ``Saw at ...``."""
    return f"{'Met' if presence is Presence.MET else 'Saw'} at {name}"


def favour_title(direction: Direction, kind: FavourKind) -> str:
    """Return who did what for whom."""
    return _FAVOURS[direction, kind]


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

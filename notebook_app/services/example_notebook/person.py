"""How the people of the example are written down: one short record each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person. ``met`` and ``last`` are days ago; ``roles`` and ``tags`` are words.

    Each line of ``talk``, the oldest first, begins with a code: a letter of ``talk_codes.py``
    (a capital means that they reached out), perhaps with ``@`` and the days ago, or ``event:``
    and the key of an event. Lines without days are spread between ``met`` and ``last``.
    ``also_at`` is a title and a further organisation with a comma between them, ``own_fields``
    are ``name: value`` and ``linked`` are ``key: relation``, each with semicolons between them.
    """

    key: str
    name: str
    organization: str
    title: str
    roles: str
    stage: str
    met: int
    last: int
    talk: tuple[str, ...]
    tags: str = ""
    cadence: str = ""
    email: str = ""
    phone: str = ""
    birthday: str = ""
    street: str = ""
    town: str = ""
    link: str = ""
    note: str = ""
    related: str = ""
    nickname: str = ""
    given: str = ""
    family: str = ""
    maiden: str = ""
    pronouns: str = ""
    languages: str = ""
    time_zone: str = ""
    also_at: str = ""
    own_fields: str = ""
    linked: str = ""
    organization_itself: bool = False

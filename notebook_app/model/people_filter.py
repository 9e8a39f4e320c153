"""What the people list is narrowed to."""

from dataclasses import dataclass
from enum import StrEnum

from notebook_app.model.contact import Role


class ReadyList(StrEnum):
    """Lists that every notebook has."""

    LOSING_TOUCH = "losing touch"
    NOT_FOLLOWED_UP = "met, not followed up"


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """Words to search for, and roles, tags or a ready-made list to stay within."""

    words: str = ""
    role: Role | None = None
    tag: str = ""
    ready_list: ReadyList | None = None

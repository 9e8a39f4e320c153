"""What is typed to narrow the people list: words, and ``tag:x`` or ``role:client`` among them."""

import re

from notebook_app.model.contact import Role
from notebook_app.model.name_form import folded
from notebook_app.model.people_filter import PeopleFilter

_PART = re.compile(
    r"""(?P<key>tag|role):(?:"(?P<quoted>[^"]*)"|(?P<bare>\S*))(?=\s|$)""", re.IGNORECASE
)


def parse_query(text: str) -> PeopleFilter:
    """Return the filter that a typed query means; a value with spaces stands in quotes.

    Raises:
        ValueError: a tag or role is missing, unknown or given twice; the message is a sentence.
    """
    given: dict[str, str] = {}
    words: list[str] = []
    end = 0
    for match in _PART.finditer(text):
        if match.start() and not text[match.start() - 1].isspace():
            continue
        words.append(text[end : match.start()])
        end = match.end()
        key = match["key"].lower()
        value = (match["quoted"] if match["quoted"] is not None else match["bare"]).strip()
        if not value:
            raise ValueError(f"'{key}:' needs a word after it")
        if key in given:
            raise ValueError(f"only one '{key}:' can be asked for")
        given[key] = value
    words.append(text[end:])
    return PeopleFilter(
        words=" ".join(" ".join(words).split()),
        role=_role(given["role"]) if "role" in given else None,
        tag=given.get("tag", ""),
    )


def _role(word: str) -> Role:
    name = folded(word)
    for role in Role:
        if name in (role.value, f"{role.value}s"):
            return role
    raise ValueError(f"there is no role '{word}'; the roles are {', '.join(Role)}")

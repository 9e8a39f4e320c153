"""Finds out which title and role belong to which of several organisations of one card.

A group (``item2.ORG`` and ``item2.TITLE``) says it. Without groups their order does, but only
where there are as many titles as organisations; else nobody knows, and the lines stay as they are.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from notebook_app.formats.vcard.content_line import Head
from notebook_app.formats.vcard.values import components_of, line_of
from notebook_app.model.contact import Affiliation

POSTS = frozenset({"ORG", "TITLE", "ROLE"})
"""The properties that say where somebody works, and as what."""

DEPARTMENT_SEPARATOR = "; "


@dataclass(slots=True)
class _Post:
    """An organisation of the card, with what was found to belong to it."""

    group: str
    organization: str
    department: str
    said: dict[str, str] = field(default_factory=dict)

    def affiliation(self) -> Affiliation:
        """Return it as a contact holds it."""
        title, role = self.said.get("TITLE", ""), self.said.get("ROLE", "")
        return Affiliation(self.organization, self.department, title, role)


@dataclass(frozen=True, slots=True)
class Posts:
    """Where somebody works: the first organisation, the further ones, and lines that fit nowhere.

    ``unclear`` are the places of the lines that nobody can say the organisation of.
    """

    main: Affiliation
    further: tuple[Affiliation, ...]
    unclear: tuple[int, ...]


def organization_of(head: Head, value: str) -> tuple[str, str]:
    """Return ``ORG:name;unit;unit`` as name and department; units have ``; `` between them."""
    name, *units = components_of(head, value)
    return name, DEPARTMENT_SEPARATOR.join(unit for unit in units if unit)


def posts_of(lines: Sequence[tuple[Head, str, int]]) -> Posts | None:
    """Return what the ORG, TITLE and ROLE lines of a card say together; None if no more than one.

    Args:
        lines: their heads, values and places in the card.
    """
    posts: list[_Post] = []
    others: dict[str, list[tuple[str, str, int]]] = {"TITLE": [], "ROLE": []}
    for head, value, place in lines:
        group = head.group.lower()
        if head.name == "ORG":
            posts.append(_Post(group, *organization_of(head, value)))
        elif text := line_of(head, value):
            others[head.name].append((group, text, place))
    linked = {group for said in others.values() for group, _, _ in said if group}
    posts = [post for post in posts if post.organization or post.department or post.group in linked]
    if len(posts) < 2:
        return None
    # One without a name is there for its title alone; the first with a name is the card's.
    posts.sort(key=lambda post: not (post.organization or post.department))
    unclear: list[int] = []
    for name, said in others.items():
        left = _assigned(posts, name, said)
        if left is None:
            return None
        unclear += left
    main = posts[0].affiliation()
    further = tuple(dict.fromkeys(_further(posts, main)))
    return Posts(main, further, tuple(unclear)) if further else None


def _assigned(
    posts: Sequence[_Post], name: str, said: Sequence[tuple[str, str, int]]
) -> list[int] | None:
    """Give titles (or roles) to the organisations they belong to.

    Returns the places of those of none; None if several organisations could have several.
    """
    left: list[tuple[str, int]] = []
    for group in dict.fromkeys(group for group, _, _ in said):
        mine = [(text, place) for other, text, place in said if other == group]
        theirs = [post for post in posts if post.group == group]
        if len(theirs) > 1 and 1 < len(mine) != len(theirs):
            return None
        for post, (text, _) in zip(theirs, mine, strict=False):
            post.said[name] = text
        left += mine[len(theirs) :]
    # A single one without an organisation of its own is the person's, as in a card with one.
    if left and name not in posts[0].said:
        posts[0].said[name] = left[0][0]
    return [place for text, place in left if text != posts[0].said[name]]


def _further(posts: Sequence[_Post], main: Affiliation) -> Iterable[Affiliation]:
    """Yield the organisations after the first, without those that only repeat it."""
    for post in posts[1:]:
        found = post.affiliation()
        bare = not found.title and not found.profession
        same = (found.organization, found.department) == (main.organization, main.department)
        if found != main and not (bare and same):
            yield found

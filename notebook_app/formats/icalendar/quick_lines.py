"""vobject's lines and components, made without what only cards of version 2.1 need.

vobject asks of every attribute of every line whether it names a parameter, and looks through
every line for quoted-printable text; of a calendar with 10,000 entries that was most of the time.
What lines mean, and how they are written, stays vobject's own business.
"""

from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import Any

from vobject.base import (
    Component,
    ContentLine,
    ParseError,
    getBehavior,
    getLogicalLines,
    parseLine,
)

_VERSION = "2.0"
_UNFOLDED = 10**9


class QuickLine(ContentLine):  # type: ignore[misc]
    """A line whose value is escaped already; parameters are (name, value, value…)."""

    def __init__(self, name: str, parameters: Sequence[Sequence[str]], value: str) -> None:
        """Take the name in capitals, the parameters and the value."""
        self.__dict__.update(
            group=None,
            behavior=None,
            parentBehavior=None,
            isNative=False,
            name=name,
            encoded=True,
            params={each[0].upper(): list(each[1:]) for each in parameters},
            singletonparams=[],
            lineNumber=None,
            value=value,
        )

    def __setattr__(self, name: str, value: Any) -> None:
        """Set an attribute; vobject's own way is needed only for parameters."""
        if name.endswith(("_param", "_paramlist")):
            super().__setattr__(name, value)
        else:
            self.__dict__[name] = value

    def transformToNative(self) -> ContentLine:
        """Turn the value into days and times; vobject would copy the line for its messages."""
        if self.isNative or not self.behavior or not self.behavior.hasNative:
            return self
        try:
            return self.behavior.transformToNative(self)
        except (ValueError, IndexError, AttributeError, KeyError, TypeError) as error:
            raise ParseError(f"{self.name}:{self.value} can't be understood: {error}") from error


def serialized(component: Component) -> str:
    """Return a component as vobject writes it, each line whole however long it is."""
    # Into a buffer of text vobject would try to write bytes first, line by line.
    buffer = BytesIO()
    component.serialize(buffer, lineLength=_UNFOLDED, validate=False)
    return buffer.getvalue().decode("utf-8")


def read_components(text: str) -> list[Component]:
    """Return the components of a calendar, without its own lines around them, as vobject has them.

    Raises:
        VObjectError: a line can't be read, or a component is not closed.
    """
    found: list[Component] = []
    open_ones: list[Component] = []
    for line, number in getLogicalLines(StringIO(text), False):
        name, parameters, value, _group = parseLine(line, number)
        name = name.upper()
        if name == "BEGIN":
            open_ones.append(Component(value))
        elif name == "END":
            if not open_ones or open_ones[-1].name != value.upper():
                raise ParseError(f"{value} ends but did not begin", number)
            done = open_ones.pop()
            if open_ones:
                open_ones[-1].add(done)
            else:
                found.append(done)
        elif not open_ones:
            raise ParseError("A line stands outside of any component", number)
        else:
            open_ones[-1].add(QuickLine(name, parameters, value))
    if open_ones:
        raise ParseError(f"{open_ones[-1].name} was never closed")
    for component in found:
        component.setBehavior(getBehavior(component.name, _VERSION))
        component.transformChildrenToNative()
    return found

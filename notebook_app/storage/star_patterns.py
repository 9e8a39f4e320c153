"""Compares folded texts with what a query asks for, in which a ``*`` stands for anything."""

import re


def fits(wanted: str, folded_text: str) -> bool:
    """Return whether the whole text is the wanted one; ``*`` stands for anything."""
    if "*" not in wanted:
        return wanted == folded_text
    return _pattern(wanted).fullmatch(folded_text) is not None


def holds(wanted: str, folded_text: str) -> bool:
    """Return whether the text holds the wanted one; with a ``*`` it must fit as a whole."""
    return fits(wanted, folded_text) if "*" in wanted else wanted in folded_text


def _pattern(wanted: str) -> re.Pattern[str]:
    # Possessive, so that many stars can't make the comparison slow.
    first, *others = (re.escape(part) for part in re.sub(r"\*+", "*", wanted).split("*"))
    if not others:
        return re.compile(first)
    *middle, last = others
    between = "".join(f"(?>.*?{part})" for part in middle)
    return re.compile(f"{first}{between}.*{last}", re.DOTALL)

"""Reads what stands behind a key, and says what is wrong with what means nothing there."""

from notebook_app.model.name_form import folded
from notebook_app.model.query.keys import STAGES, QueryKey, Reads
from notebook_app.model.query.mistake import meant
from notebook_app.model.query.values import (
    Value,
    Word,
    read_amount,
    read_distance,
    read_level,
    read_span,
)


def read_value(key: QueryKey, text: str) -> Value | None:
    """Return what a value means behind a key, or None."""
    word = folded(text)
    spelled = {folded(spelling): meaning for spelling, meaning in key.spellings}
    if word in key.words or word in spelled:
        return Word(spelled.get(word, word))
    for reads in key.reads:
        match reads:
            case Reads.DISTANCE:
                value: Value | None = read_distance(text)
            case Reads.SPAN:
                value = read_span(text)
            case Reads.LEVEL:
                value = read_level(text, STAGES)
            case Reads.AMOUNT:
                value = read_amount(text)
            case _:
                value = Word(" ".join(text.split()))
        if value is not None:
            return value
    return None


def what_is_wrong(key: QueryKey, text: str) -> str:
    """Return the sentence on a value that means nothing behind its key."""
    hint = meant(folded(text), key.words)
    if any(reads in key.reads for reads in (Reads.DISTANCE, Reads.SPAN, Reads.AMOUNT)):
        examples = ", ".join(example.partition(":")[2] for example in key.examples[:3])
        hint = hint or f" Write for example {examples}."
        return f"“{short(text)}” is no {key.kind_of_word} for “{key.name}:”.{hint}"
    listed = ", ".join(key.words)
    hint = hint or f" There is {listed}."
    return f"“{short(text)}” is no {key.kind_of_word}.{hint}"


def may_become_a_value(key: QueryKey, text: str) -> bool:
    """Return whether typing on may still make a value of it."""
    words = (*key.words, *(spelling for spelling, _ in key.spellings))
    beginning = folded(text)
    if any(word.startswith(beginning) for word in words):
        return True
    if not key.reads:
        return False
    if Reads.LEVEL in key.reads:
        level = beginning.lstrip("<>=")
        return level != beginning and any(stage.startswith(level) for stage in STAGES)
    return all(sign in "0123456789<>=.-" for sign in text)


def short(text: str) -> str:
    """Return a text as a sentence may quote it."""
    return text if len(text) <= 40 else f"{text[:39]}…"

"""What sounds promised, in English and German."""

import pytest

from notebook_app.model.follow_up import FollowUpKind
from notebook_app.model.promise_words import sounds_promised


@pytest.mark.parametrize(
    "words",
    [
        "send the slides",
        "send him the link",
        "forward her their offer",
        "promised",
        "the book I promised",
        "return his umbrella",
        "I said I would",
        "Folien schicken",
        "Angebot zusenden",
        "hatte ich versprochen",
        "zugesagt",
        "Buch mitbringen",
        "Unterlagen nachreichen",
    ],
)
def test_what_one_owes_sounds_promised(words: str) -> None:
    assert sounds_promised(FollowUpKind.OTHER, words)


@pytest.mark.parametrize(
    "words",
    ["", "about the quote", "compromised server", "ask for the slides", "Termin absprechen"],
)
def test_a_courtesy_does_not(words: str) -> None:
    assert not sounds_promised(FollowUpKind.CALL, words)


def test_sending_something_that_is_named_is_promised_and_sending_alone_is_not() -> None:
    assert sounds_promised(FollowUpKind.SEND, "slides")
    assert not sounds_promised(FollowUpKind.SEND, " ")

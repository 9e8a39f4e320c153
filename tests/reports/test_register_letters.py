"""People stand in a register where somebody of that language looks for them."""

import pytest

from notebook_app.reports.register_letters import OTHER, Register


def letters(language: str, *names: str) -> list[str]:
    """Return the letters that names stand under, in the register's order."""
    return [letter for letter, _ in Register(language).grouped((name, name) for name in names)]


def test_accents_stand_under_the_bare_letter_where_they_are_no_letters_of_their_own() -> None:
    assert letters("en", "Émile", "Ełk", "Øystein", "Özil", "Zoë") == ["E", "O", "Z"]
    assert letters("de", "Ärzte", "Anna", "Ölmann") == ["A", "O"]


@pytest.mark.parametrize(
    ("language", "names", "expected"),
    [
        ("sv-SE", ("Öberg", "Ahl", "Åberg", "Zorn", "Ärlig"), ["A", "Z", "Å", "Ä", "Ö"]),
        ("da", ("Ørsted", "Ager", "Åse", "Ærø"), ["A", "Æ", "Ø", "Å"]),
        ("tr", ("ilker", "Ilgın", "Çelik", "Can"), ["C", "Ç", "I", "İ"]),
        ("es", ("Ñañez", "Ortega", "Navarro"), ["N", "Ñ", "O"]),
    ],
)
def test_letters_of_their_own_come_where_the_alphabet_has_them(
    language: str, names: tuple[str, ...], expected: list[str]
) -> None:
    assert letters(language, *names) == expected


def test_other_scripts_stand_under_their_own_letters_after_the_alphabet() -> None:
    found = letters(
        "en", "王小明", "Иван", "Zoe", "Ёлка", "김철수", "カルラ", "がく", "أحمد", "שרה"
    )
    assert found[0] == "Z"
    assert set(found[1:]) == {"王", "И", "Е", "ㄱ", "か", "ا", "ש"}


def test_names_without_a_letter_come_last() -> None:
    assert letters("en", "🎉 Party", "007", "", "Zoe") == ["Z", OTHER]


def test_names_are_in_order_under_their_letter() -> None:
    grouped = Register("en").grouped((name, name) for name in ("Åsa", "Abe", "ann", "Ann"))
    assert grouped == [("A", ["Abe", "ann", "Ann", "Åsa"])]

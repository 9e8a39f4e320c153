"""Whether two contacts are taken for the same person, over a table of pairs."""

from dataclasses import replace

import pytest

from notebook_app.model.duplicate_blocks import DuplicateBlocks
from notebook_app.model.duplicate_score import Certainty, Commonness, Reason, duplicate_score
from tests.model.duplicate_pairs import PAIRS, person


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_a_pair_is_as_certain_as_the_table_says(one: str, other: str, expected: str) -> None:
    score = duplicate_score(person(one, 1), person(other, 2), Commonness())

    assert (score.certainty.value if score else "") == expected, score


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_the_order_of_a_pair_does_not_matter(one: str, other: str, expected: str) -> None:
    there = duplicate_score(person(one, 1), person(other, 2), Commonness())
    back = duplicate_score(person(other, 2), person(one, 1), Commonness())

    assert there == back


@pytest.mark.parametrize(("one", "other", "expected"), [row for row in PAIRS if row[2]], ids=str)
def test_each_pair_worth_asking_about_shares_a_key(one: str, other: str, expected: str) -> None:
    people = [person("Someone Else", 3), person(one, 1), person(other, 2)]

    assert (1, 2) in set(DuplicateBlocks(people, lambda: None).pairs())


def test_the_table_has_eighty_rows() -> None:
    assert len(PAIRS) >= 80


def test_a_switchboard_s_number_and_a_name_are_not_certain_when_many_share_it() -> None:
    common = Commonness(reach={"+468": 40})

    score = duplicate_score(person("J. Smith +468", 1), person("John Smith +468", 2), common)

    assert score is not None
    assert score.certainty is Certainty.PERHAPS
    assert Reason.MANY_SHARE in score.reasons


def test_a_number_that_three_share_says_nothing_about_two_other_names() -> None:
    one, other = person("Mum +468", 1), person("Karin Svensson +468", 2)

    assert duplicate_score(one, other, Commonness(reach={"+468": 3})) is None


def test_a_name_that_many_have_is_not_offered_for_itself() -> None:
    one, other = person("Anna Svensson +461", 1), person("Anna Svensson +462", 2)

    assert duplicate_score(one, other, Commonness(names={"anna svensson": 9})) is None


def test_reasons_are_told_strongest_first_and_those_against_last() -> None:
    one = person("Bob Smith +441 #Acme @b@x.uk", 1)
    other = replace(person("Robert Smith +441 #Globex @b@x.uk", 2))

    score = duplicate_score(one, other, Commonness())

    assert score is not None
    assert score.reasons == (
        Reason.EMAIL,
        Reason.PHONE,
        Reason.NICKNAME,
        Reason.OTHER_COMPANY,
    )
    assert [reason.against for reason in score.reasons] == [False, False, False, True]

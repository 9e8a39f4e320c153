"""What is typed to narrow the people list."""

import pytest

from notebook_app.model.contact import Role
from notebook_app.model.people_filter import PeopleFilter
from notebook_app.model.people_query import parse_query


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("", PeopleFilter()),
        ("  anna   berg ", PeopleFilter("anna berg")),
        ("tag:Chamber", PeopleFilter(tag="Chamber")),
        ('tag:"old friends" anna', PeopleFilter("anna", tag="old friends")),
        ("ann role:client berg", PeopleFilter("ann berg", role=Role.CLIENT)),
        ("ROLE:Clients TAG:x", PeopleFilter(role=Role.CLIENT, tag="x")),
        ("https://tag:8080", PeopleFilter("https://tag:8080")),
        ("vintag:e", PeopleFilter("vintag:e")),
        ("stage:met", PeopleFilter("stage:met")),
    ],
)
def test_words_tags_and_roles_are_told_apart(text: str, meant: PeopleFilter) -> None:
    assert parse_query(text) == meant


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("tag:", "needs a word"),
        ('tag:" "', "needs a word"),
        ("tag:a tag:b", "only one"),
        ("role:pilot", "no role 'pilot'"),
    ],
)
def test_what_makes_no_sense_is_said(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse_query(text)

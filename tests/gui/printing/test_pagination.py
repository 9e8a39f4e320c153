"""Pages are filled by rules that hold for any heights."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from notebook_app.gui.printing.pagination import (
    MeasuredPiece,
    PagePlan,
    Pagination,
    PlacedEntry,
    PlacedHeading,
    PlacedPiece,
    Spaces,
)
from tests.made_up import examples

SPACES = Spaces(first_body=80, body=100, heading=10, before_heading=8, gap=5, carried=6)


def paginated(*sections: Sequence[Sequence[float]]) -> tuple[PagePlan, ...]:
    """Return the pages of sections of entries, each a sequence of heights of strips."""
    return Pagination(SPACES).paginate(
        [len(section) for section in sections], lambda section, entry: sections[section][entry]
    )


def entries_of(page: PagePlan) -> list[PlacedEntry]:
    """Return the entries on a page."""
    return [item for item in page if isinstance(item, PlacedEntry)]


def test_entries_follow_each_other_below_their_heading() -> None:
    (page,) = paginated([[10, 5], [20]])
    assert page == (
        PlacedHeading(0, 0, continued=False),
        PlacedEntry(0, 0, 10, 0, 2),
        PlacedEntry(0, 1, 30, 0, 1),
    )


def test_an_entry_that_does_not_fit_goes_whole_to_the_next_page_under_its_heading() -> None:
    first, second = paginated([[40], [20, 20]])
    assert first == (PlacedHeading(0, 0, continued=False), PlacedEntry(0, 0, 10, 0, 1))
    assert second == (PlacedHeading(0, 0, continued=True), PlacedEntry(0, 1, 10, 0, 2))


def test_a_heading_is_not_left_alone_at_the_foot() -> None:
    first, second = paginated([[45]], [[20]])
    assert [item.section for item in first] == [0, 0]
    assert second[0] == PlacedHeading(1, 0, continued=False)


def test_an_entry_longer_than_a_page_goes_on_strip_by_strip() -> None:
    pages = paginated([[10] * 20])
    (first,), *rest = [entries_of(page) for page in pages]
    assert (first.first, first.end) == (0, 7)
    assert [(piece.first, piece.end) for (piece,) in rest] == [(7, 15), (15, 20)]
    assert all(page[0] == PlacedHeading(0, 0, continued=True) for page in pages[1:])
    # The line that names the entry again has its room.
    assert rest[0][0].y == SPACES.heading + SPACES.carried


def test_a_long_entry_begins_where_there_is_room_for_a_quarter_of_it() -> None:
    first, second, _third = paginated([[20], [10] * 15])
    assert [item.entry for item in entries_of(first)] == [0, 1]
    assert [item.entry for item in entries_of(second)] == [1]


def test_a_strip_higher_than_a_page_does_not_go_on_for_ever() -> None:
    pages = paginated([[300, 300], [10]])
    assert sum(1 for page in pages for _ in entries_of(page)) == 3


def test_no_entries_make_no_pages() -> None:
    assert paginated() == ()
    assert paginated([]) == ()


strips = st.lists(st.floats(min_value=1, max_value=40), min_size=1, max_size=12)


@settings(max_examples=examples(40, 500))
@given(st.lists(st.lists(strips, min_size=1, max_size=8), max_size=6))
def test_all_rules_hold_for_any_heights(sections: list[list[list[float]]]) -> None:
    pages = paginated(*sections)
    placed = [item for page in pages for item in entries_of(page)]
    in_order = [(item.section, item.entry, item.first) for item in placed]
    assert in_order == sorted(in_order)
    for number, page in enumerate(pages):
        body = SPACES.body if number else SPACES.first_body
        assert isinstance(page[0], PlacedHeading)
        assert isinstance(page[-1], PlacedEntry)
        for item, following in pairwise(page):
            assert item.y < following.y
            assert isinstance(item, PlacedEntry) or isinstance(following, PlacedEntry)
        for item in entries_of(page):
            heights = sections[item.section][item.entry]
            assert item.y + sum(heights[item.first : item.end]) <= body + 1e-6
            torn = (item.first, item.end) != (0, len(heights))
            assert not torn or sum(heights) > SPACES.first_body - SPACES.heading
    for section, entries in enumerate(sections):
        for entry, heights in enumerate(entries):
            pieces = [
                (item.first, item.end)
                for item in placed
                if (item.section, item.entry) == (section, entry)
            ]
            assert [first for first, _ in pieces] == [0, *(end for _, end in pieces[:-1])]
            assert pieces[-1][1] == len(heights)


def test_columns_are_filled_one_after_the_other() -> None:
    measured = [[60.0]] * 5
    pages = Pagination(SPACES, columns=2).paginate([5], lambda _section, entry: measured[entry])
    placed = [[(item.entry, item.column) for item in entries_of(page)] for page in pages]
    assert placed == [[(0, 0), (1, 1)], [(2, 0), (3, 1)], [(4, 0)]]
    headings = [item for item in pages[0] if isinstance(item, PlacedHeading)]
    assert [(each.column, each.continued) for each in headings] == [(0, False), (1, True)]


def test_a_section_can_begin_a_page_of_its_own() -> None:
    pages = Pagination(SPACES).paginate([1, 1, 1], lambda _section, _entry: [10.0], {0, 2})
    assert [[item.section for item in entries_of(page)] for page in pages] == [[0, 1], [2]]


def test_what_flows_begins_where_its_first_strip_has_room_and_says_its_titles_again() -> None:
    table = MeasuredPiece([15.0] * 8, flows=True, carried=7.0)
    pages = Pagination(SPACES).paginate(
        [1], lambda _section, _entry: [5.0], (), [1], lambda _section, _piece: table
    )
    first, second = pages
    assert first == (PlacedHeading(0, 0, continued=False), PlacedPiece(0, 0, 10, 0, 4))
    assert second == (
        PlacedHeading(0, 0, continued=True),
        PlacedPiece(0, 0, SPACES.heading + 7, 4, 8),
        PlacedEntry(0, 0, SPACES.heading + 7 + 60 + SPACES.gap, 0, 1),
    )


def test_what_does_not_flow_goes_whole_to_the_next_page() -> None:
    bars = MeasuredPiece([20.0] * 3, flows=False, carried=7.0)
    first, second = Pagination(SPACES).paginate(
        [1, 0], lambda _section, _entry: [40.0], (), [0, 1], lambda _section, _piece: bars
    )
    assert [item.section for item in first] == [0, 0]
    assert second == (PlacedHeading(1, 0, continued=False), PlacedPiece(1, 0, 10, 0, 3))

"""In which order reports put people and work, and from where on a relationship grows or fades."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from notebook_app.model.insights.chains import ChainNode
from notebook_app.model.insights.clients import NoSource
from notebook_app.model.insights.mix_report import MixPart
from notebook_app.model.insights.sources import By
from notebook_app.model.opportunity import Source
from notebook_app.model.past_periods import Period
from notebook_app.model.rows import EntryKind
from notebook_app.storage.notebook import Notebook
from tests.storage.insights.conftest import TODAY
from tests.storage.insights.made_notebooks import NOTHING, Contents, filled

_DAY = date(2026, 2, 1)
_EUR, _USD = "EUR", "USD"


def work(client: int, state: str, value: str | None = None, **more: Any) -> dict[str, Any]:
    """Return a piece of work in euros that began this year."""
    plain: dict[str, Any] = {
        "contact_id": client,
        "state": state,
        "source": None,
        "value": value,
        "currency": _EUR,
        "opened_on": _DAY,
        "closed_on": None,
        "via": [],
        "conversation_id": None,
        "event_id": None,
    }
    return plain | more


def talk(
    day: date, people: set[int], setting: str = "", event: int | None = None, begun: str = "me"
) -> tuple[date, set[int], str | None, str, int | None, str | None]:
    """Return a conversation."""
    return day, people, begun, setting, event, None


def test_relationships_grow_and_fade_from_the_very_limits_on(empty: Notebook) -> None:
    """Of 2026 69 of 365 days are over: 22 talks in 2025 are four by now, 21 are not."""
    spoken = [
        *((1, (4, 22, 2)), (2, (4, 22, 3)), (3, (4, 21, 0))),
        *((4, (0, 10, 4)), (5, (0, 11, 4)), (6, (1, 0, 4))),
    ]
    with filled(empty, replace(NOTHING, spoken=spoken)):
        report = empty.insights.year(2026, TODAY)
        assert [row.contact_id for row in report.faded] == [1]
        assert [row.contact_id for row in report.grew] == [6, 4]
        assert [row.contact_id for row in report.by_talk] == [4, 5, 6, 2, 1]
        assert (report.faded_in_all, report.grew_in_all, report.running) == (1, 2, True)


def test_in_a_year_that_is_over_half_as_many_is_faded_and_twice_as_many_grew(
    empty: Notebook,
) -> None:
    """From four conversations on."""
    spoken = [
        *((1, (4, 2, 0)), (2, (4, 3, 0)), (3, (3, 1, 0))),
        *((4, (8, 0, 0)), (5, (2, 4, 0)), (6, (3, 5, 0))),
    ]
    with filled(empty, replace(NOTHING, spoken=spoken)):
        report = empty.insights.year(2025, TODAY)
        assert [row.contact_id for row in report.faded] == [4, 1]
        assert [row.contact_id for row in report.grew] == [5]
        assert (report.running, report.talked_with_in_all) == (False, 5)


def test_a_year_puts_first_who_and_what_mattered_most(empty: Notebook) -> None:
    """By what was won in the currency used most, by how often they brought work, by who was met."""
    contents = replace(
        NOTHING,
        events=[(_DAY, "zoo", "organised", None, _EUR, None, None)],
        conversations=[
            talk(date(2026, 1, 5), {1}, "café"),
            talk(_DAY, {2, 3}, "", 1),
            talk(date(2026, 2, 3), {4}),
        ],
        work=[
            work(1, "won", "5", via=[5]),
            work(2, "won", "900", currency=_USD),
            work(3, "won", "7", via=[6]),
            work(4, "lost", "99", via=[6]),
        ],
        steps=[
            (1, "know", date(2025, 6, 1)),
            (1, "trust", date(2025, 1, 1)),
            (1, "like", _DAY),
            (2, "trust", _DAY),
            (3, "met", _DAY),
        ],
    )
    with filled(empty, contents):
        report = empty.insights.year(2026, TODAY)
        assert [row.contact_id for row in report.by_value] == [3, 1, 2]
        assert [row.contact_id for row in report.by_referrals] == [6, 5]
        assert [row.people_ids for row in report.began] == [(2, 3), (1,), (4,)]
        assert [row.work.count for row in report.began] == [0, 0, 4]
        assert [(row.contact_id, row.before) for row in report.stepped] == [
            (2, None),
            (1, "know"),
            (3, None),
        ]


def test_sources_and_clients_stand_by_what_they_brought(empty: Notebook) -> None:
    """Won first, then how many; what is not known comes last however much it is."""
    referral, self_made = Source.DIRECT_REFERRAL.value, Source.SELF_REFERRAL.value
    marketing = Source.MARKETING_RESPONSE.value
    contents = replace(
        NOTHING,
        clients={1, 2, 3, 4, 5, 6},
        work=[
            *(work(1, "won") for _ in range(3)),
            work(2, "lost", source=referral),
            work(3, "lost", source=self_made),
            work(3, "open", source=self_made),
            work(4, "won", source=marketing),
        ],
        origins={
            1: (referral, None, []),
            2: (self_made, None, []),
            3: (self_made, None, []),
            4: (None, None, []),
        },
    )
    with filled(empty, contents):
        report = empty.insights.sources(By.SOURCE, Period())
        assert [row.key for row in report.rows] == [marketing, self_made, referral, None]
        clients = empty.insights.clients(Period())
        assert [(row.source, row.client_ids) for row in clients.rows] == [
            (self_made, (2, 3)),
            (referral, (1,)),
            (NoSource.NOT_ASKED, (5, 6)),
            (NoSource.NOT_KNOWN, (4,)),
        ]


def _tree(node: ChainNode) -> tuple[int, list[Any]]:
    return node.contact_id, [_tree(child) for child in node.children]


def test_chains_are_told_from_the_most_valuable_on_with_those_who_brought_themselves(
    empty: Notebook,
) -> None:
    """A circle of one counts in the time of its work alone."""
    contents = replace(
        NOTHING,
        work=[
            work(1, "open", via=[5]),
            work(2, "lost", via=[6]),
            work(3, "won", "4", via=[6]),
            work(4, "open", via=[4]),
            work(2, "open", opened_on=date(2025, 3, 1), via=[2]),
        ],
    )
    with filled(empty, contents):
        of_all = empty.insights.chains(Period(), 10)
        assert [_tree(tree) for tree in of_all.trees] == [(6, [(3, []), (2, [])]), (5, [(1, [])])]
        assert of_all.circles == ((2, 2), (4, 4))
        this_year = empty.insights.chains(Period(date(2026, 1, 1), None), 10)
        assert this_year.circles == ((4, 4),)


def test_the_people_behind_a_figure_stand_with_whom_it_is_about_most_first(
    empty: Notebook,
) -> None:
    """The latest new ones, those spoken to most often; once met without anything planned."""
    contents = replace(
        NOTHING,
        conversations=[
            talk(date(2026, 2, 1), {1}),
            talk(date(2026, 2, 2), {1, 2}),
            talk(date(2026, 2, 3), {2, 3}),
            talk(date(2026, 2, 4), {2, 4}),
            talk(date(2026, 2, 5), {5}),
        ],
        follow_ups=[(4, "open", _DAY, None, None), (5, "done", _DAY, None, None)],
    )
    with filled(empty, contents):
        span = date(2026, 1, 1), date(2026, 12, 31)
        assert empty.insights.new_people(*span) == [5, 4, 3, 2, 1]
        assert empty.insights.strengthened(*span) == [(2, 2), (1, 1)]
        assert [each.id for each in empty.insights.met_only_once(*span, 9)] == [5, 3]
        assert [each.id for each in empty.insights.met_only_once(*span, 1)] == [5]


def test_who_was_new_at_events_counts_once_for_each(empty: Notebook) -> None:
    """Nobody in the trash; nobody who was only seen there."""
    contents = replace(
        NOTHING,
        events=[(_DAY, name, "organised", None, _EUR, None, None) for name in ("One", "Two")],
        there=[(1, 1, "met"), (2, 1, "met"), (1, 2, "met"), (1, 3, "seen"), (1, 4, "met")],
        trashed={4},
    )
    with filled(empty, contents):
        assert dict(empty.insights.met_at([1, 2])) == {1: 2, 2: 1}
        assert dict(empty.insights.met_at([2])) == {1: 1}
        assert empty.insights.met_at([]) == []
        costs = empty.insights.event_costs(Period(), TODAY)
        assert {row.name: row.met for row in costs.rows} == {"One": 2, "Two": 1}


def test_the_event_says_whether_it_was_organised_before_the_conversation(
    empty: Notebook,
) -> None:
    """And its fee is told in capitals, as currencies are."""
    contents = replace(
        NOTHING,
        events=[(_DAY, "Fair", "organised", "9.99", "usd", None, None)],
        conversations=[
            (_DAY, {1}, "me", "café", 1, "informal"),
            (_DAY, {1}, "me", "conference", None, "informal"),
            (_DAY, {1}, "me", "café", None, None),
        ],
        work=[work(1, "open", conversation_id=number) for number in (1, 2, 3)],
    )
    with filled(empty, contents):
        report = empty.insights.sources(By.FORMALITY, Period())
        assert {row.key: row.figures.opportunity_ids for row in report.rows} == {
            "informal": (2, 3),
            "organised": (1,),
        }
        (row,) = empty.insights.event_costs(Period(), TODAY).rows
        assert (row.fee, row.currency) == (Decimal("9.99"), _USD)


def test_a_follow_up_stands_for_the_conversation_that_it_led_to(empty: Notebook) -> None:
    """Both are one act; the other conversation of that day counts by itself."""
    contents = replace(
        NOTHING,
        conversations=[talk(_DAY, {1}), talk(_DAY, {1}, begun="me"), talk(_DAY, {2}, begun="them")],
        follow_ups=[(1, "done", _DAY, 30, 1)],
    )
    with filled(empty, contents):
        acts = empty.insights.mix_acts(_DAY, _DAY, TODAY)
        assert [(act.part, act.kind, act.id) for act in acts] == [
            (MixPart.FOLLOW_UP, EntryKind.FOLLOW_UP, 1),
            (MixPart.CARE, EntryKind.CONVERSATION, 2),
        ]


def test_services_stand_in_the_users_order_and_clients_by_their_names(empty: Notebook) -> None:
    """Whoever never heard waits to be told, unless a follow-up says so already."""
    contents = replace(NOTHING, clients={1, 2, 3}, knowledge={(1, 1): "told", (2, 1): "declined"})
    with filled(empty, contents):
        report = empty.insights.services()
        assert [each.name for each in report.services] == ["Signs", "Care plan"]
        assert [each.to_tell for each in report.services] == [1, 3]
        assert empty.insights.client_ids() == [1, 2, 3]
        empty.database.execute_sql("UPDATE contact SET sort_key = 'a' WHERE id = 3")
        empty.database.execute_sql("UPDATE service SET position = 0 WHERE id = 2")
        assert empty.insights.client_ids() == [3, 1, 2]
        assert [each.name for each in empty.insights.services().services] == [
            "Care plan",
            "Signs",
        ]


def test_nothing_at_all_is_counted_as_nothing(empty: Notebook) -> None:
    """An empty notebook has reports without a line."""
    nothing: Contents = NOTHING
    with filled(empty, nothing):
        assert empty.insights.mix_acts(date(2026, 1, 1), TODAY, TODAY) == []
        assert empty.insights.event_costs(Period(), TODAY).rows == ()
        assert empty.insights.chains(Period(), 5).trees == ()

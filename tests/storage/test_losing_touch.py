"""Who fades: by days, weeks and months, by oneself and by tag, quieted by what is planned."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from notebook_app.foundation.clock import StoppedClock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.cadence import moved_on as moved_on_by
from notebook_app.model.cadence import urgency
from notebook_app.model.contact import Cadence, CadenceUnit, ContactDetails, ContactDraft, Stage
from notebook_app.model.conversation import ConversationDraft
from notebook_app.model.date_words import add_months
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind
from notebook_app.model.query.parse import parse_query
from notebook_app.model.query.ready_lists import LOSING_TOUCH, NOT_FOLLOWED_UP
from notebook_app.model.rows import LosingTouchRow
from notebook_app.services.let_rest import end_rest, let_rest
from notebook_app.services.log_conversation import delete_conversation, log_conversation
from notebook_app.services.plan_follow_up import plan_follow_up, skip_follow_up
from notebook_app.services.save_contact import add_contact, delete_contacts
from notebook_app.services.snooze_contacts import end_snooze, snooze_contacts
from notebook_app.storage.losing_touch import _BOUNDS, moved_on
from notebook_app.storage.notebook import Notebook
from tests.made_up import examples
from tests.storage.conftest import TODAY

FADING = parse_query(LOSING_TOUCH.query)
MET_ONCE = parse_query(NOT_FOLLOWED_UP.query)


def add(
    notebook: Notebook, name: str, cadence: Cadence | None = None, tags: tuple[str, ...] = ()
) -> int:
    """Add a person and return the id."""
    details = ContactDetails(display_name=name, tags=tags)
    add_contact(notebook, ContactDraft(details, cadence=cadence))
    return int(notebook.database.execute_sql("SELECT max(id) FROM contact").fetchone()[0])


def talk(notebook: Notebook, contact_id: int, days_ago: int) -> None:
    """Log a conversation some days ago."""
    on = TODAY - timedelta(days=days_ago)
    log_conversation(notebook, ConversationDraft((contact_id,), f"{days_ago} ago", on))


def set_tag(notebook: Notebook, tag: str, count: int, unit: str) -> None:
    """Give a tag a cadence."""
    with notebook.change("tag"):
        notebook.database.execute_sql(
            "UPDATE tag SET cadence_count = ?, cadence_unit = ? WHERE name = ?", (count, unit, tag)
        )


def urgency_of(notebook: Notebook, row: LosingTouchRow, today: date) -> tuple[int, int, float]:
    """What the model says of somebody one is losing touch with."""
    keeping = notebook.contact_overview.keep_in_touch(row.contact_id)
    assert keeping is not None
    assert (row.ideal, row.latest) == (keeping.until, keeping.latest)
    assert row.days_late == (today - row.ideal).days
    stored = notebook.contacts.get(row.contact_id)
    assert stored is not None
    last = row.last_conversation or date.fromisoformat(stored.created_at[:10])
    return urgency(last, keeping.cadence, row.stage, today)


def fading(notebook: Notebook, today: date = TODAY) -> dict[str, int]:
    """Their names and how many days late; list, count and people list agree."""
    rows = notebook.overview.losing_touch(today, 100)
    ids = notebook.people.ids(FADING, today, 0, 100)
    assert {row.contact_id for row in rows} == set(ids)
    assert notebook.people.count(FADING, today) == len(rows)
    assert notebook.overview.counts(today).losing_touch == len(rows)
    urgent = [urgency_of(notebook, row, today) for row in rows]
    assert urgent == sorted(urgent, reverse=True)
    return {row.name: row.days_late for row in rows}


@pytest.mark.parametrize(
    ("cadence", "days_ago", "late"),
    [
        (Cadence(10, CadenceUnit.DAYS), 10, None),
        (Cadence(10, CadenceUnit.DAYS), 11, 1),
        (Cadence(2, CadenceUnit.WEEKS), 14, None),
        (Cadence(2, CadenceUnit.WEEKS), 16, 2),
        (Cadence(1, CadenceUnit.MONTHS), 28, None),  # 10 February
        (Cadence(1, CadenceUnit.MONTHS), 29, 1),
        (Cadence(12, CadenceUnit.MONTHS), 365, None),
        (Cadence(12, CadenceUnit.MONTHS), 370, 5),
    ],
)
def test_a_cadence_runs_out(
    notebook: Notebook, cadence: Cadence, days_ago: int, late: int | None
) -> None:
    """The last day is still in time."""
    talk(notebook, add(notebook, "Anna", cadence), days_ago)
    assert fading(notebook) == ({} if late is None else {"Anna": late})


def test_months_never_run_over(notebook: Notebook) -> None:
    """A month after 31 January is the end of February."""
    anna = add(notebook, "Anna", Cadence(1, CadenceUnit.MONTHS))
    log_conversation(notebook, ConversationDraft((anna,), "x", date(2026, 1, 31)))
    assert fading(notebook, date(2026, 2, 28)) == {}
    assert fading(notebook, date(2026, 3, 1)) == {"Anna": 1}
    keeping = notebook.contact_overview.keep_in_touch(anna)
    assert keeping is not None
    assert keeping.until == date(2026, 2, 28)


@given(
    st.dates(date(1990, 1, 1), date(2060, 1, 1)),
    st.integers(1, 40),
    st.sampled_from(list(CadenceUnit)),
    st.integers(-3, 3),
)
def test_the_bound_is_the_reverse_of_moving_on(
    today: date, every: int, unit: CadenceUnit, nudge: int
) -> None:
    """Comparing with the bound says the same as moving each day on and comparing then."""
    import sqlite3

    database = sqlite3.connect(":memory:")
    if unit is CadenceUnit.MONTHS:
        start = add_months(today, -every) + timedelta(days=nudge)
        moved = add_months(start, every)
    else:
        days = every * (7 if unit is CadenceUnit.WEEKS else 1)
        start = today - timedelta(days=days) + timedelta(days=nudge)
        moved = start + timedelta(days=days)
    values = {"start": start.isoformat(), "every": every, "unit": unit.value}
    sql = f"SELECT {moved_on(':start', ':every', ':unit')}"
    assert database.execute(sql, values).fetchone()[0] == moved.isoformat()
    bounds = _BOUNDS[: _BOUNDS.index("FROM (")] + "FROM (SELECT :every AS every, :unit AS unit)"
    values = {"today": today.isoformat(), "every": every, "unit": unit.value}
    still_well = database.execute(bounds, values).fetchone()[2]
    assert (start.isoformat() < still_well) == (moved < today)
    database.close()


def test_a_tag_keeps_in_touch_too(notebook: Notebook) -> None:
    """One's own cadence goes before; of several tags the one that runs out first."""
    for name, tags, cadence in (
        ("By tag", ("vip",), None),
        ("By both tags", ("vip", "club"), None),
        ("By oneself", ("vip", "club"), Cadence(1, CadenceUnit.MONTHS)),
        ("By nothing", ("other",), None),
    ):
        talk(notebook, add(notebook, name, cadence, tags), 20)
    set_tag(notebook, "vip", 2, "weeks")
    set_tag(notebook, "club", 10, "days")
    assert fading(notebook) == {"By both tags": 10, "By tag": 6}


def test_without_a_conversation_it_runs_from_the_day_of_writing_down(notebook: Notebook) -> None:
    """Which is the notebook's today."""
    add(notebook, "Anna", Cadence(3, CadenceUnit.DAYS))
    assert fading(notebook) == {}
    assert fading(notebook, TODAY + timedelta(days=4)) == {"Anna": 1}


def test_an_older_conversation_never_moves_it_back(notebook: Notebook) -> None:
    """Only the latest one counts, and taking it out counts again."""
    anna = add(notebook, "Anna", Cadence(10, CadenceUnit.DAYS))
    talk(notebook, anna, 2)
    talk(notebook, anna, 50)
    assert fading(notebook) == {}
    delete_conversation(notebook, 1)
    assert fading(notebook) == {"Anna": 40}
    assert notebook.overview.losing_touch(TODAY)[0].last_topic == "50 ago"
    notebook.undo()
    assert fading(notebook) == {}


def test_a_planned_follow_up_and_the_trash_quiet_it(notebook: Notebook) -> None:
    """And skipping the one, taking the other out, bring it back."""
    anna = add(notebook, "Anna", Cadence(10, CadenceUnit.DAYS))
    talk(notebook, anna, 50)
    plan_follow_up(notebook, FollowUpDraft(anna, FollowUpKind.CALL, TODAY))
    assert fading(notebook) == {}
    skip_follow_up(notebook, 1)
    assert fading(notebook) == {"Anna": 40}
    delete_contacts(notebook, [anna])
    assert fading(notebook) == {}
    notebook.undo()
    assert fading(notebook) == {"Anna": 40}


def test_met_once_and_not_followed_up(notebook: Notebook) -> None:
    """Met in the last three months, once, and nothing was ever planned."""
    once, twice, planned, long_ago = (add(notebook, name) for name in "ABCD")
    add(notebook, "E")
    for contact_id, days in ((once, 5), (twice, 5), (twice, 9), (planned, 5), (long_ago, 91)):
        talk(notebook, contact_id, days)
    plan_follow_up(notebook, FollowUpDraft(planned, FollowUpKind.CALL, TODAY))
    assert notebook.people.ids(MET_ONCE, TODAY, 0, 9) == [once]
    assert notebook.overview.counts(TODAY).not_followed_up == 1


def test_the_side_bars_figures(notebook: Notebook, clock: StoppedClock) -> None:
    """Nothing is counted that lies in the trash."""
    anna, bo = add(notebook, "Anna"), add(notebook, "Bo")
    for contact_id in (anna, bo):
        plan_follow_up(notebook, FollowUpDraft(contact_id, FollowUpKind.CALL, TODAY))
        plan_follow_up(
            notebook, FollowUpDraft(contact_id, FollowUpKind.CALL, TODAY + timedelta(days=1))
        )
    delete_contacts(notebook, [bo])
    counts = notebook.overview.counts(clock.today())
    assert (counts.due, counts.people) == (1, 1)


def test_whoever_rests_is_not_asked_for_until_they_speak_again(notebook: Notebook) -> None:
    """A conversation on the day itself does not end it: one lets it rest just after one."""
    weekly = Cadence(1, CadenceUnit.WEEKS)
    add(notebook, "Agnes", weekly)
    add(notebook, "Ben", tags=("chamber",))
    set_tag(notebook, "chamber", 1, "weeks")
    add(notebook, "Carla", weekly)
    later = TODAY + timedelta(days=60)
    for contact_id in (1, 2, 3):
        talk(notebook, contact_id, 20)
    assert set(fading(notebook, later)) == {"Agnes", "Ben", "Carla"}
    let_rest(notebook, [1, 2])
    assert set(fading(notebook, later)) == {"Carla"}
    assert resting(notebook) == [1, 2]
    talk(notebook, 1, 0)
    assert set(fading(notebook, later)) == {"Carla"}
    talk(notebook, 2, -1)
    assert set(fading(notebook, later)) == {"Carla", "Ben"}
    assert resting(notebook) == [1]
    end_rest(notebook, [1])
    assert set(fading(notebook, later)) == {"Agnes", "Ben", "Carla"}


def test_whoever_rests_is_not_among_those_met_and_not_followed_up(notebook: Notebook) -> None:
    add(notebook, "Agnes")
    add(notebook, "Ben")
    talk(notebook, 1, 3)
    talk(notebook, 2, 3)
    assert notebook.people.ids(MET_ONCE, TODAY, 0, 10) == [1, 2]
    let_rest(notebook, [1])
    assert notebook.people.ids(MET_ONCE, TODAY, 0, 10) == [2]
    assert notebook.overview.counts(TODAY).not_followed_up == 1


def resting(notebook: Notebook) -> list[int]:
    """Whom ``is:resting`` finds; everybody else is found by its opposite."""
    found = notebook.people.all_ids(parse_query("is:resting"), TODAY)
    others = notebook.people.all_ids(parse_query("-is:resting"), TODAY)
    assert sorted(found + others) == notebook.people.all_ids(parse_query(""), TODAY)
    return found


def test_not_now_is_respected_until_its_day(notebook: Notebook) -> None:
    """On the day itself they are asked for again."""
    weekly = Cadence(1, CadenceUnit.WEEKS)
    add(notebook, "Agnes", weekly)
    add(notebook, "Ben", tags=("chamber",))
    set_tag(notebook, "chamber", 1, "weeks")
    for contact_id in (1, 2):
        talk(notebook, contact_id, 20)
    until = TODAY + timedelta(days=14)
    snooze_contacts(notebook, [1, 2], until)
    assert fading(notebook) == {}
    assert fading(notebook, until - timedelta(days=1)) == {}
    assert set(fading(notebook, until)) == {"Agnes", "Ben"}
    end_snooze(notebook, [2])
    assert set(fading(notebook)) == {"Ben"}
    notebook.undo()
    assert fading(notebook) == {}


def test_a_conversation_lifts_not_now_and_its_undo_brings_it_back(notebook: Notebook) -> None:
    """They are asked for when the rhythm says so again, not when "not now" would have ended."""
    add(notebook, "Agnes", Cadence(1, CadenceUnit.WEEKS))
    talk(notebook, 1, 20)
    until = TODAY + timedelta(days=90)
    snooze_contacts(notebook, [1], until)
    talk(notebook, 1, 0)
    assert notebook.acquaintance.snoozed_until(1, TODAY) is None
    assert set(fading(notebook, TODAY + timedelta(days=8))) == {"Agnes"}
    notebook.undo()
    assert notebook.acquaintance.snoozed_until(1, TODAY) == until


def test_an_older_conversation_written_down_late_leaves_not_now_alone(notebook: Notebook) -> None:
    add(notebook, "Agnes", Cadence(1, CadenceUnit.WEEKS))
    add(notebook, "Ben", Cadence(1, CadenceUnit.WEEKS))
    talk(notebook, 1, 20)
    until = TODAY + timedelta(days=14)
    snooze_contacts(notebook, [1, 2], until)
    talk(notebook, 1, 30)
    assert notebook.acquaintance.snoozed_until(1, TODAY) == until
    assert notebook.acquaintance.snoozed_until(2, TODAY) == until


@pytest.mark.parametrize("until", [TODAY, TODAY - timedelta(days=1)])
def test_not_now_needs_a_day_to_come(notebook: Notebook, until: date) -> None:
    add(notebook, "Agnes")
    with pytest.raises(UserProblem):
        snooze_contacts(notebook, [1], until)


def test_the_longest_overdue_by_their_own_rhythm_come_first_and_the_closest_of_them(
    notebook: Notebook,
) -> None:
    """Three weeks over are much for somebody weekly, and little for somebody yearly."""
    for name, every, unit, days_ago, stage in (
        ("Yearly", 12, CadenceUnit.MONTHS, 386, Stage.TRUST),
        ("Known", 2, CadenceUnit.WEEKS, 30, Stage.KNOW),
        ("Trusted", 2, CadenceUnit.WEEKS, 29, Stage.TRUST),
        ("Weekly", 1, CadenceUnit.WEEKS, 28, None),
    ):
        contact_id = add(notebook, name, Cadence(every, unit))
        notebook.many.set_stage([contact_id], stage)
        talk(notebook, contact_id, days_ago)
    assert list(fading(notebook)) == ["Weekly", "Trusted", "Known", "Yearly"]


@settings(
    max_examples=examples(12, 100),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(
            st.integers(1, 40),
            st.sampled_from(list(CadenceUnit)),
            st.one_of(st.none(), st.integers(0, 60)),
            st.one_of(st.none(), st.sampled_from(list(Stage))),
            st.integers(1, 1500),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_the_order_is_that_of_the_model(
    notebook: Notebook,
    people: list[tuple[int, CadenceUnit, int | None, Stage | None, int]],
) -> None:
    """Days, order and slack found in SQL are those of model/cadence.py, for any rhythm."""
    with notebook.change("away"):
        notebook.database.execute_sql("DELETE FROM conversation")
        notebook.database.execute_sql("DELETE FROM contact")
    for number, (every, unit, slack, stage, days_ago) in enumerate(people):
        contact_id = add(notebook, f"Person {number}", Cadence(every, unit, slack))
        notebook.many.set_stage([contact_id], stage)
        talk(notebook, contact_id, days_ago)
    late = fading(notebook)
    assert len(late) == sum(
        moved_on_by(TODAY - timedelta(days=days_ago), Cadence(every, unit)) < TODAY
        for every, unit, _slack, _stage, days_ago in people
    )

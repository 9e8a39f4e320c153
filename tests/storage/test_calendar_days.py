"""The month's reading: the first few follow-ups of a day, and how many more there are."""

from datetime import date, time
from pathlib import Path

from notebook_app.foundation.clock import StoppedClock
from notebook_app.model.contact import ContactDetails, ContactDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, FollowUpState
from notebook_app.model.partial_date import PartialDate
from notebook_app.storage.notebook import Notebook

TODAY = date(2026, 11, 21)


def test_a_day_gives_its_first_follow_ups_in_order_and_counts_the_rest(tmp_path: Path) -> None:
    notebook = Notebook.open(tmp_path / "notebook.db", StoppedClock(TODAY))
    with notebook.change("Fill"):
        details = ContactDetails(display_name="Ann", birthday=PartialDate(11, 22, 1980))
        ann = notebook.contacts.insert(ContactDraft(details))
        gone = notebook.contacts.insert(ContactDraft(ContactDetails(display_name="Gone")))
        notebook.contacts.set_deleted(gone, True)
        store = notebook.follow_ups
        times = (None, time(15), time(9), None)
        ids = [store.insert(FollowUpDraft(ann, FollowUpKind.CALL, TODAY, at)) for at in times]
        store.close(ids[2], FollowUpState.DONE, TODAY)
        store.close(
            store.insert(FollowUpDraft(ann, FollowUpKind.CALL, TODAY)),
            FollowUpState.SKIPPED,
            TODAY,
        )
        store.insert(FollowUpDraft(gone, FollowUpKind.CALL, TODAY))
    everything, none_more = notebook.calendar.days(TODAY, date(2026, 11, 22), 10)
    assert [entry.id for entry in everything if entry.follow_up_kind] == [
        ids[1],
        ids[0],
        ids[3],
        ids[2],
    ]
    assert everything == notebook.calendar.between(TODAY, date(2026, 11, 22))
    assert none_more == {}
    first, more = notebook.calendar.days(TODAY, TODAY, 2)
    assert [entry.id for entry in first] == [ids[1], ids[0]]
    assert more == {TODAY: 2}
    notebook.close()


def test_what_repeats_fills_only_the_room_that_a_day_has_left(tmp_path: Path) -> None:
    notebook = Notebook.open(tmp_path / "notebook.db", StoppedClock(TODAY))
    there, free = date(2026, 11, 23), date(2026, 11, 24)
    with notebook.change("Fill"):
        ann = notebook.contacts.insert(ContactDraft(ContactDetails(display_name="Ann")))
        store = notebook.follow_ups
        for at in (time(15), None, time(9)):
            daily = FollowUpDraft(ann, FollowUpKind.CALL, TODAY, at, repeat="FREQ=DAILY")
            store.insert(daily)
        store.insert(FollowUpDraft(ann, FollowUpKind.COFFEE, there))
    shown, more = notebook.calendar.days(there, free, 2)
    kinds = [(entry.on, entry.follow_up_kind, entry.at) for entry in shown]
    assert kinds == [
        (there, FollowUpKind.COFFEE, None),
        (there, FollowUpKind.CALL, time(9)),
        (free, FollowUpKind.CALL, time(9)),
        (free, FollowUpKind.CALL, time(15)),
    ]
    assert more == {there: 2, free: 1}
    notebook.close()

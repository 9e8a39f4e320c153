"""Bulk work goes on without pauses, and whatever was set before is set again."""

import gc

import pytest

from notebook_app.foundation.steady_pace import steady_pace, without_search


def test_nothing_is_searched_inside_and_it_goes_on_afterwards() -> None:
    searches: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:
        searches.append(phase)

    gc.callbacks.append(note)
    try:
        with steady_pace():
            searches.clear()
            made = [[number] for number in range(50_000)]
            inside = len(searches)
        made += [[number] for number in range(50_000)]
    finally:
        gc.callbacks.remove(note)

    assert inside == 0
    assert searches
    assert gc.isenabled()


def test_what_was_made_meanwhile_is_not_looked_at_as_new() -> None:
    with steady_pace():
        made = [[number] for number in range(50_000)]

    assert len(gc.get_objects(generation=0)) < len(made)


def test_it_stays_off_if_it_was_off_and_comes_back_after_a_failure() -> None:
    with pytest.raises(KeyError), steady_pace():
        raise KeyError
    assert gc.isenabled()

    gc.disable()
    try:
        with steady_pace():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_short_work_is_searched_once_when_it_is_over() -> None:
    """Whatever else was there stays as old as it was; a search that was off stays off."""
    was_on = gc.isenabled()
    gc.enable()
    try:
        frozen = gc.get_freeze_count()
        with without_search():
            assert not gc.isenabled()
            kept = [[number] for number in range(5_000)]
        assert gc.isenabled()
        assert gc.get_count()[0] < len(kept)
        assert gc.get_freeze_count() == frozen
        gc.disable()
        with without_search():
            pass
        assert not gc.isenabled()
    finally:
        if was_on:
            gc.enable()

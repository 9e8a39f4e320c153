"""The time that is left is said when it is known, and follows how fast the work goes."""

from notebook_app.foundation.remaining_time import RemainingTime


class Watch:
    """Tells the time that it is set to."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def said(watch: Watch, left: RemainingTime, upto: int, a_second: int, begin: int = 0) -> int | None:
    """Report ten times a second until ``upto`` of 1,000; return what was said last."""
    words = left.after(begin, 1000, "Importing")
    done = begin
    while done < upto:
        watch.time += 0.1
        done += a_second // 10
        words = left.after(done, 1000, "Importing")
    return words


def test_nothing_is_said_before_there_is_something_to_judge_by() -> None:
    watch = Watch()
    left = RemainingTime(watch)

    assert said(watch, left, 90, 100) is None
    assert said(watch, left, 120, 100, 90) == 9


def test_what_is_said_comes_true() -> None:
    watch = Watch()
    left = RemainingTime(watch)

    words = said(watch, left, 200, 20)

    assert words == 40
    begun = watch.time
    said(watch, left, 1000, 20, 200)
    assert abs(watch.time - begun - words) < 1


def test_it_notices_that_the_work_goes_slower_now() -> None:
    watch = Watch()
    left = RemainingTime(watch)
    said(watch, left, 500, 100)

    assert said(watch, left, 570, 10, 500) == 45


def test_a_stage_is_judged_by_itself() -> None:
    watch = Watch()
    left = RemainingTime(watch)
    said(watch, left, 500, 100)

    assert left.after(0, 700, "Comparing") is None
    watch.time += 0.5
    assert left.after(300, 700, "Comparing") is None
    watch.time += 0.5
    assert left.after(400, 700, "Comparing") == 1


def test_the_same_stage_may_begin_again() -> None:
    watch = Watch()
    left = RemainingTime(watch)
    said(watch, left, 500, 100)

    assert left.after(0, 1000, "Importing") is None
    watch.time += 2
    assert left.after(20, 1000, "Importing") == 100


def test_nothing_is_said_of_work_without_an_end_or_at_its_end() -> None:
    watch = Watch()
    left = RemainingTime(watch)
    for done in range(30):
        watch.time += 0.1
        assert left.after(done, 0, "Reading") is None
    assert said(watch, left, 1000, 100) is None


def test_long_times_are_said_in_whole_minutes() -> None:
    watch = Watch()
    left = RemainingTime(watch)

    assert said(watch, left, 20, 10) == 100
    watch.time += 2
    assert left.after(21, 1000, "Importing") == 180

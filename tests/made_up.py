"""How many examples a test makes up: some each time, all in the long trials (`--slow`)."""

from hypothesis import HealthCheck, settings

_EACH_TIME, _IN_LONG_TRIALS = "each time", "in long trials"


def choose_how_many(long_trials: bool) -> None:
    """Set this for the whole run, before any test is imported.

    How long an example takes is no failure: another program may have had the processor.
    """
    unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile(_EACH_TIME, unhurried, max_examples=100)
    settings.register_profile(_IN_LONG_TRIALS, unhurried, max_examples=500)
    settings.load_profile(_IN_LONG_TRIALS if long_trials else _EACH_TIME)


def examples(each_time: int, in_long_trials: int) -> int:
    """Return the number of examples for a test whose examples take long."""
    is_long = settings.get_current_profile_name() == _IN_LONG_TRIALS
    return in_long_trials if is_long else each_time

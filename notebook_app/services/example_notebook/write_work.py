"""Writes the example's work, how its clients came, and its favours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from notebook_app.model.offering import Direction, FavourDraft, FavourKind
from notebook_app.model.opportunity import OpportunityDraft
from notebook_app.model.origin import OriginDraft
from notebook_app.services.example_notebook.work import BEGINNINGS, JOBS, KINDNESSES, Job
from notebook_app.storage.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Known:
    """Row ids by the example's keys; of each person the conversations, with their days."""

    contacts: Mapping[str, int]
    events: Mapping[str, int]
    services: Mapping[str, int]
    talks: Mapping[str, list[tuple[int, int]]]


class WorkWriter:
    """Writes it all into a running change."""

    def __init__(
        self, notebook: Notebook, today: date, on: Callable[[int], date], known: Known
    ) -> None:
        """Take the notebook, today, what sets the clock to a day from today, and what is there."""
        self._notebook = notebook
        self._today = today
        self._on = on
        self._known = known
        self._work: dict[str, int] = {}

    def write(self) -> None:
        """Write everything."""
        self._write_work()
        self._write_favours()

    def _write_work(self) -> None:
        for job in JOBS:
            closed = None if job.closed is None else self._today + timedelta(days=job.closed)
            draft = OpportunityDraft(
                contact_id=self._known.contacts[job.person],
                title=job.title,
                value=Decimal(job.value),
                currency="EUR",
                state=job.state,
                source=job.source,
                via=tuple(self._known.contacts[key] for key in job.via),
                opened_on=self._on(job.opened),
                closed_on=closed,
                lost_because=job.because,
                came_by=job.came_by,
                event_id=self._known.events.get(job.event),
                conversation_id=None if job.came_by else self._talk_before(job),
                expected_on=None
                if job.expected is None
                else self._today + timedelta(days=job.expected),
                service_ids=tuple(self._known.services[name] for name in job.services),
            )
            self._work[job.person] = self._notebook.opportunities.insert(draft)
        for beginning in BEGINNINGS:
            self._notebook.origins.put(
                OriginDraft(
                    contact_id=self._known.contacts[beginning.person],
                    source=beginning.source,
                    via=tuple(self._known.contacts[key] for key in beginning.via),
                    came_by=beginning.came_by,
                    came_on=self._on(beginning.days),
                )
            )

    def _talk_before(self, job: Job) -> int | None:
        """Return the conversation that a job grew from: the last one before it."""
        before = [talk for talk in self._known.talks.get(job.person, ()) if talk[0] <= job.opened]
        return max(before)[1] if before else None

    def _write_favours(self) -> None:
        for kindness in KINDNESSES:
            draft = FavourDraft(
                contact_id=self._known.contacts[kindness.person],
                kind=kindness.kind,
                direction=kindness.direction,
                on=self._on(-kindness.days),
                about_contact_id=self._known.contacts.get(kindness.about),
                text=kindness.text,
            )
            referral = kindness.kind is not FavourKind.HELP
            led_to = kindness.direction is Direction.RECEIVED and referral
            told = None if kindness.told is None else self._on(-kindness.told)
            thanked = None if kindness.thanked is None else self._on(-kindness.thanked)
            self._notebook.favours.insert(
                replace(
                    draft,
                    thanked_on=thanked,
                    told_on=told,
                    opportunity_id=self._work.get(kindness.about) if led_to else None,
                )
            )

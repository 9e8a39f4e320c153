"""Writes the example notebook: the same one each time, but for the dates, which follow today."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from notebook_app.foundation.clock import Clock
from notebook_app.foundation.problem import UserProblem
from notebook_app.model.conversation import Channel, ConversationDraft, Initiator
from notebook_app.model.event import EventDraft
from notebook_app.model.follow_up import FollowUpDraft, FollowUpKind, FollowUpState, NoteState
from notebook_app.model.offering import ServiceKnowledge
from notebook_app.model.promise_words import sounds_promised
from notebook_app.services.example_notebook.calendar_of_talk import Talk, all_talk
from notebook_app.services.example_notebook.contact_drafts import contact_draft
from notebook_app.services.example_notebook.craft import CRAFT
from notebook_app.services.example_notebook.firms import FIRMS
from notebook_app.services.example_notebook.happenings import (
    DECLINED,
    OCCASIONS,
    SERVICES,
    TOLD,
    TOLD_IN_TALK,
    USES,
)
from notebook_app.services.example_notebook.knowing import FACTS, steps
from notebook_app.services.example_notebook.newcomers import NEWCOMERS
from notebook_app.services.example_notebook.plans import OPEN, SKIPPED, Plan
from notebook_app.services.example_notebook.shops import SHOPS
from notebook_app.services.example_notebook.town import TOWN
from notebook_app.services.example_notebook.write_work import Known, WorkWriter
from notebook_app.services.log_conversation import with_formality
from notebook_app.storage.notebook import Notebook
from notebook_app.storage.offerings import OfferingStore

PEOPLE = (*SHOPS, *FIRMS, *TOWN, *CRAFT, *NEWCOMERS)
CONVERSATIONS = 300
_SEED = 20_240_229
_EVERY_NTH_WAS_PLANNED = 6
_KINDS = {
    Channel.CALL: FollowUpKind.CALL,
    Channel.EMAIL: FollowUpKind.EMAIL,
    Channel.NOTE: FollowUpKind.NOTE,
    Channel.MESSAGE: FollowUpKind.MESSAGE,
}


@dataclass
class _WalkingClock:
    """A clock that is set to the day of what is being written down."""

    day: date

    def today(self) -> date:
        return self.day

    def stamp(self) -> str:
        return f"{self.day.isoformat()}T18:00:00Z"


def write_example(path: Path, clock: Clock, region: str) -> None:
    """Write the example notebook to ``path``, where there must be nothing yet.

    It has no step to undo, so that undoing in it never empties it.

    Raises:
        UserProblem: there is something already, or it could not be written.
    """
    if path.exists():
        raise UserProblem(
            f"{path} is there already.", "It was left as it is.", "Name a new file for the example."
        )
    today = clock.today()
    walking = _WalkingClock(today)
    try:
        notebook = Notebook.open(path, walking, region)
        try:
            # Without single rows the journal keeps no step.
            with notebook.change("The example"), notebook.journal.bulk():
                _Writer(notebook, walking, today).write()
        finally:
            notebook.close()
    except BaseException:
        for side in ("", "-wal", "-shm"):
            path.with_name(path.name + side).unlink(missing_ok=True)
        raise


@dataclass
class _Writer:
    """Writes everything in the order in which it happened."""

    notebook: Notebook
    clock: _WalkingClock
    today: date
    contacts: dict[str, int] = field(default_factory=dict)
    events: dict[str, int] = field(default_factory=dict)
    services: dict[str, int] = field(default_factory=dict)
    talks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def write(self) -> None:
        event_days = {occasion.key: occasion.days for occasion in OCCASIONS}
        talk = all_talk(PEOPLE, event_days, self.today, CONVERSATIONS, _SEED)
        self._write_people(talk)
        self._write_services()
        self._write_events(talk)
        self._write_talk(talk)
        self._write_plans()
        known = Known(self.contacts, self.events, self.services, self.talks)
        WorkWriter(self.notebook, self.today, self._on, known).write()
        self._write_facts()

    def _on(self, days: int) -> date:
        """Return the day ``days`` from today, and set the clock to it or to today."""
        day = self.today + timedelta(days=days)
        self.clock.day = min(day, self.today)
        return day

    def _write_people(self, talk: Sequence[Talk]) -> None:
        chance = Random(_SEED)
        first = {person.key: person.met for person in PEOPLE}
        for each in talk:
            for key in each.people:
                first[key] = max(first[key], each.days)
        numbers = {person.key: number for number, person in enumerate(PEOPLE)}
        in_order = sorted(PEOPLE, key=lambda person: (-first[person.key], person.key))
        others = {
            person.key: (person.name, str(uuid.UUID(int=chance.getrandbits(128), version=4)))
            for person in in_order
        }
        for person in in_order:
            self._on(-first[person.key])
            draft = contact_draft(person, numbers[person.key], others)
            uid = others[person.key][1]
            contact_id = self.notebook.contacts.insert(draft, uid)
            self.contacts[person.key] = contact_id
            if draft.stage is not None:
                for stage, days in steps(draft.stage, first[person.key], person.last):
                    self.notebook.stages.note([contact_id], stage, self._on(-days))

    def _write_services(self) -> None:
        offerings = OfferingStore(self.notebook.database)
        for position, (name, description) in enumerate(SERVICES):
            self.services[name] = offerings.insert_service(name, description, position)
        chance = Random(_SEED)
        met = {person.key: person for person in PEOPLE}
        for table, knowledge in (
            (USES, ServiceKnowledge.USES),
            (TOLD, ServiceKnowledge.TOLD),
            (DECLINED, ServiceKnowledge.DECLINED),
        ):
            for name, keys in table.items():
                for key in keys.split():
                    since = chance.randint(met[key].last, met[key].met)
                    offerings.insert_knowledge(
                        self.contacts[key], self.services[name], knowledge, self._on(-since)
                    )

    def _write_events(self, talk: Sequence[Talk]) -> None:
        first_talk: dict[str, Talk] = {}
        for each in talk:
            for key in each.people:
                first_talk.setdefault(key, each)
        for occasion in OCCASIONS:
            there = [key for each in talk if each.event == occasion.key for key in each.people]
            met = [key for key in there if first_talk[key].event == occasion.key]
            seen = [key for key in there if key not in met]
            draft = EventDraft(
                name=occasion.name,
                on=self._on(occasion.days),
                at=time.fromisoformat(occasion.at),
                place=occasion.place,
                host=occasion.host,
                involvement=occasion.involvement,
                goal=occasion.goal,
                goal_new_people=occasion.new_people,
                note=occasion.note,
                met=tuple(self.contacts[key] for key in met),
                seen=tuple(self.contacts[key] for key in seen),
                expected=tuple(self.contacts[key] for key in occasion.expected),
                fee=Decimal(occasion.fee) if occasion.fee else None,
                fee_currency="EUR" if occasion.fee else "",
                hours=Decimal(occasion.hours) if occasion.hours else None,
            )
            self.events[occasion.key] = self.notebook.events.insert(draft)

    def _write_talk(self, talk: Sequence[Talk]) -> None:
        offerings = OfferingStore(self.notebook.database)
        planned = 0
        for each in talk:
            self._on(-each.days)
            told = TOLD_IN_TALK.get((each.people[0], each.days))
            draft = ConversationDraft(
                contact_ids=tuple(self.contacts[key] for key in each.people),
                text=each.text,
                on=each.on,
                at=each.at,
                channel=each.channel,
                setting=each.setting,
                place=each.place,
                initiated_by=each.initiated_by,
                event_id=self.events.get(each.event),
                service_ids=(self.services[told],) if told else (),
            )
            conversation_id = self.notebook.conversations.insert(with_formality(draft))
            for key in each.people:
                self.talks.setdefault(key, []).append((-each.days, conversation_id))
            if told:
                offerings.insert_knowledge(
                    draft.contact_ids[0],
                    self.services[told],
                    ServiceKnowledge.TOLD,
                    each.on,
                    conversation_id,
                )
            if each.initiated_by is Initiator.ME and each.channel in _KINDS:
                planned += 1
                if planned % _EVERY_NTH_WAS_PLANNED == 0 or each.text.startswith("Called about"):
                    self._write_done(draft, conversation_id, each.days)

    def _write_done(self, draft: ConversationDraft, conversation_id: int, days: int) -> None:
        self._on(-days - 5)
        kind = _KINDS[draft.channel]
        follow_ups = self.notebook.follow_ups
        note = draft.text.split(".")[0]
        planned = follow_ups.insert(FollowUpDraft(draft.contact_ids[0], kind, draft.on, note=note))
        self._on(-days)
        follow_ups.close(planned, FollowUpState.DONE, draft.on, conversation_id)
        if kind is FollowUpKind.NOTE:
            follow_ups.set_note_state(planned, NoteState.POSTED)

    def _write_plans(self) -> None:
        follow_ups = self.notebook.follow_ups
        for plan in SKIPPED:
            self._on(plan.days - 10)
            planned = follow_ups.insert(self._plan_draft(plan))
            follow_ups.close(planned, FollowUpState.SKIPPED, self._on(plan.days))
        for plan in OPEN:
            self._on(min(plan.days - 7, -1))
            planned = follow_ups.insert(self._plan_draft(plan))
            if plan.stamped:
                follow_ups.set_note_state(planned, NoteState.STAMPED)

    def _plan_draft(self, plan: Plan) -> FollowUpDraft:
        return FollowUpDraft(
            contact_id=self.contacts[plan.person],
            kind=plan.kind,
            due=self.today + timedelta(days=plan.days),
            at=time.fromisoformat(plan.at) if plan.at else None,
            note=plan.note,
            repeat=plan.repeat,
            promised=sounds_promised(plan.kind, plan.note),
        )

    def _write_facts(self) -> None:
        met = {person.key: person.last for person in PEOPLE}
        for key, facts in FACTS.items():
            for fact in facts:
                self.notebook.remembered.add(self.contacts[key], fact, self._on(-met[key]))

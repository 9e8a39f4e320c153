"""The stores about what happens with people, by their names: talks, follow-ups, events, work."""

from functools import cached_property
from typing import TYPE_CHECKING

from notebook_app.storage.notebook_stores import NotebookStores

if TYPE_CHECKING:
    from notebook_app.storage.calendar_entries import CalendarStore
    from notebook_app.storage.calendar_files import CalendarFileStore
    from notebook_app.storage.capture_lookup import CaptureLookup
    from notebook_app.storage.conversations import ConversationStore
    from notebook_app.storage.event_list import EventList
    from notebook_app.storage.event_outcomes import EventOutcomes
    from notebook_app.storage.events import EventStore
    from notebook_app.storage.favours import FavourStore
    from notebook_app.storage.follow_up_attempts import AttemptStore
    from notebook_app.storage.follow_ups import FollowUpStore
    from notebook_app.storage.insights.store import InsightStore
    from notebook_app.storage.ladder import LadderStore
    from notebook_app.storage.occurrences import OccurrenceStore
    from notebook_app.storage.offerings import OfferingStore
    from notebook_app.storage.opportunities import OpportunityStore
    from notebook_app.storage.opportunity_list import OpportunityList
    from notebook_app.storage.origins import OriginStore
    from notebook_app.storage.overview import OverviewStore
    from notebook_app.storage.printed_lists import PrintedListStore
    from notebook_app.storage.questions import QuestionStore
    from notebook_app.storage.read_events import ReadEventStore
    from notebook_app.storage.referrals import ReferralStore
    from notebook_app.storage.reminders import ReminderStore
    from notebook_app.storage.timeline import TimelineStore


class HappeningStores(NotebookStores):
    """What happened, what is planned, and what came of it."""

    @cached_property
    def capture(self) -> "CaptureLookup":
        """What is known of the names in a line."""
        from notebook_app.storage.capture_lookup import CaptureLookup

        return CaptureLookup(self.database)

    @cached_property
    def conversations(self) -> "ConversationStore":
        """Conversations."""
        from notebook_app.storage.conversations import ConversationStore

        return ConversationStore(self.database, self.clock)

    @cached_property
    def follow_ups(self) -> "FollowUpStore":
        """Follow-ups."""
        from notebook_app.storage.follow_ups import FollowUpStore

        return FollowUpStore(self.database, self.clock)

    @cached_property
    def attempts(self) -> "AttemptStore":
        """Each time that a follow-up was tried without being done."""
        from notebook_app.storage.follow_up_attempts import AttemptStore

        return AttemptStore(self.database)

    @cached_property
    def occurrences(self) -> "OccurrenceStore":
        """Days to come of follow-ups that repeat."""
        from notebook_app.storage.occurrences import OccurrenceStore

        return OccurrenceStore(self.database, self.clock)

    @cached_property
    def ladder(self) -> "LadderStore":
        """Who stands on the ladder."""
        from notebook_app.storage.ladder import LadderStore

        return LadderStore(self.database)

    @cached_property
    def events(self) -> "EventStore":
        """Events."""
        from notebook_app.storage.events import EventStore

        return EventStore(self.database, self.clock)

    @cached_property
    def event_list(self) -> "EventList":
        """Events as they are listed and named."""
        from notebook_app.storage.event_list import EventList

        return EventList(self.database)

    @cached_property
    def event_outcomes(self) -> "EventOutcomes":
        """Who was at events, and what came of them."""
        from notebook_app.storage.event_outcomes import EventOutcomes

        return EventOutcomes(self.database)

    @cached_property
    def offerings(self) -> "OfferingStore":
        """Services, and who knows of them."""
        from notebook_app.storage.offerings import OfferingStore

        return OfferingStore(self.database)

    @cached_property
    def opportunities(self) -> "OpportunityStore":
        """Opportunities."""
        from notebook_app.storage.opportunities import OpportunityStore

        return OpportunityStore(self.database, self.clock)

    @cached_property
    def opportunity_list(self) -> "OpportunityList":
        """Opportunities as the page shows them."""
        from notebook_app.storage.opportunity_list import OpportunityList

        return OpportunityList(self.database)

    @cached_property
    def origins(self) -> "OriginStore":
        """How clients came."""
        from notebook_app.storage.origins import OriginStore

        return OriginStore(self.database, self.clock)

    @cached_property
    def timeline(self) -> "TimelineStore":
        """Timelines."""
        from notebook_app.storage.timeline import TimelineStore

        return TimelineStore(self.database)

    @cached_property
    def calendar(self) -> "CalendarStore":
        """The calendar."""
        from notebook_app.storage.calendar_entries import CalendarStore

        return CalendarStore(self.database, self.clock)

    @cached_property
    def overview(self) -> "OverviewStore":
        """The figures of the side bar, and who fades."""
        from notebook_app.storage.overview import OverviewStore

        return OverviewStore(self.database)

    @cached_property
    def favours(self) -> "FavourStore":
        """Favours given and received."""
        from notebook_app.storage.favours import FavourStore

        return FavourStore(self.database, self.clock)

    @cached_property
    def referrals(self) -> "ReferralStore":
        """Favours that led to opportunities, and who waits to hear how it went."""
        from notebook_app.storage.referrals import ReferralStore

        return ReferralStore(self.database)

    @cached_property
    def printed_lists(self) -> "PrintedListStore":
        """Lists that were printed, and what came back of them."""
        from notebook_app.storage.printed_lists import PrintedListStore

        return PrintedListStore(self.database, self.clock)

    @cached_property
    def questions(self) -> "QuestionStore":
        """Good questions to ask."""
        from notebook_app.storage.questions import QuestionStore

        return QuestionStore(self.database)

    @cached_property
    def calendar_files(self) -> "CalendarFileStore":
        """What goes out to other calendars."""
        from notebook_app.storage.calendar_files import CalendarFileStore

        return CalendarFileStore(self.database)

    @cached_property
    def read_events(self) -> "ReadEventStore":
        """Events that come from other calendars."""
        from notebook_app.storage.read_events import ReadEventStore

        return ReadEventStore(self.database, self.clock)

    @cached_property
    def reminders(self) -> "ReminderStore":
        """What one may have to be reminded of."""
        from notebook_app.storage.reminders import ReminderStore

        return ReminderStore(self.database)

    @cached_property
    def insights(self) -> "InsightStore":
        """What the reports read."""
        from notebook_app.storage.insights.store import InsightStore

        return InsightStore(self.database)

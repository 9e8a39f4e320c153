"""The stores of a notebook by their names, each loaded when it is first asked for.

A window or a command needs only some of them to begin with.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from peewee import SqliteDatabase

from notebook_app.foundation.clock import Clock
from notebook_app.storage.journal import Journal

if TYPE_CHECKING:
    from notebook_app.storage.acquaintance import AcquaintanceStore
    from notebook_app.storage.attachments import AttachmentStore
    from notebook_app.storage.calendar_entries import CalendarStore
    from notebook_app.storage.calendar_files import CalendarFileStore
    from notebook_app.storage.capture_lookup import CaptureLookup
    from notebook_app.storage.contact_overview import ContactOverviewStore
    from notebook_app.storage.contacts import ContactStore
    from notebook_app.storage.conversations import ConversationStore
    from notebook_app.storage.duplicates import DuplicateStore
    from notebook_app.storage.event_list import EventList
    from notebook_app.storage.event_outcomes import EventOutcomes
    from notebook_app.storage.events import EventStore
    from notebook_app.storage.favours import FavourStore
    from notebook_app.storage.follow_up_attempts import AttemptStore
    from notebook_app.storage.follow_ups import FollowUpStore
    from notebook_app.storage.import_history import ImportHistory
    from notebook_app.storage.imports import ImportStore
    from notebook_app.storage.ladder import LadderStore
    from notebook_app.storage.list_cells import ListCells
    from notebook_app.storage.many_contacts import ManyContacts
    from notebook_app.storage.merges import MergeStore
    from notebook_app.storage.name_search import NameSearch
    from notebook_app.storage.occurrences import OccurrenceStore
    from notebook_app.storage.offerings import OfferingStore
    from notebook_app.storage.opportunities import OpportunityStore
    from notebook_app.storage.organizations import OrganizationStore
    from notebook_app.storage.overview import OverviewStore
    from notebook_app.storage.people_list import PeopleList
    from notebook_app.storage.questions import QuestionStore
    from notebook_app.storage.read_cards import ReadCardStore
    from notebook_app.storage.relations import RelationStore
    from notebook_app.storage.remembered import RememberedStore
    from notebook_app.storage.reminders import ReminderStore
    from notebook_app.storage.saved_lists import SavedListStore
    from notebook_app.storage.set_aside_cards import SetAsideStore
    from notebook_app.storage.stage_history import StageHistory
    from notebook_app.storage.tags import TagStore
    from notebook_app.storage.timeline import TimelineStore
    from notebook_app.storage.trash import TrashStore


class NotebookStores:
    """What reads and writes the parts of an open notebook; ``Notebook`` sets what they share."""

    database: SqliteDatabase
    clock: Clock
    region: str
    journal: Journal

    @cached_property
    def contacts(self) -> "ContactStore":
        """People and organisations."""
        from notebook_app.storage.contacts import ContactStore

        return ContactStore(self.database, self.clock, self.region)

    @cached_property
    def people(self) -> "PeopleList":
        """The people list."""
        from notebook_app.storage.people_list import PeopleList

        return PeopleList(self.database)

    @cached_property
    def many(self) -> "ManyContacts":
        """Many contacts at once."""
        from notebook_app.storage.many_contacts import ManyContacts

        return ManyContacts(self.database, self.clock)

    @cached_property
    def names(self) -> "NameSearch":
        """People by a few letters of their names."""
        from notebook_app.storage.name_search import NameSearch

        return NameSearch(self.database)

    @cached_property
    def tags(self) -> "TagStore":
        """Tags."""
        from notebook_app.storage.tags import TagStore

        return TagStore(self.database, self.clock)

    @cached_property
    def trash(self) -> "TrashStore":
        """Deleted contacts."""
        from notebook_app.storage.trash import TrashStore

        return TrashStore(self.database)

    @cached_property
    def list_cells(self) -> "ListCells":
        """The columns of lists."""
        from notebook_app.storage.list_cells import ListCells

        return ListCells(self.database)

    @cached_property
    def saved_lists(self) -> "SavedListStore":
        """Saved lists."""
        from notebook_app.storage.saved_lists import SavedListStore

        return SavedListStore(self.database)

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
    def contact_overview(self) -> "ContactOverviewStore":
        """What stands beside a contact."""
        from notebook_app.storage.contact_overview import ContactOverviewStore

        return ContactOverviewStore(self.database)

    @cached_property
    def imports(self) -> "ImportStore":
        """What cards are recognised by, and imports."""
        from notebook_app.storage.imports import ImportStore

        return ImportStore(self.database, self.clock, self.journal)

    @cached_property
    def import_history(self) -> "ImportHistory":
        """The imports that were done."""
        from notebook_app.storage.import_history import ImportHistory

        return ImportHistory(self.database, self.clock)

    @cached_property
    def duplicates(self) -> "DuplicateStore":
        """What duplicates are found by."""
        from notebook_app.storage.duplicates import DuplicateStore

        return DuplicateStore(self.database, self.clock)

    @cached_property
    def merges(self) -> "MergeStore":
        """What merges did."""
        from notebook_app.storage.merges import MergeStore

        return MergeStore(self.database, self.clock)

    @cached_property
    def relations(self) -> "RelationStore":
        """Links between contacts."""
        from notebook_app.storage.relations import RelationStore

        return RelationStore(self.database)

    @cached_property
    def organizations(self) -> "OrganizationStore":
        """Organisations and their people."""
        from notebook_app.storage.organizations import OrganizationStore

        return OrganizationStore(self.database)

    @cached_property
    def attachments(self) -> "AttachmentStore":
        """Attached files."""
        from notebook_app.storage.attachments import AttachmentStore

        return AttachmentStore(self.database, self.clock)

    @cached_property
    def read_cards(self) -> "ReadCardStore":
        """The cards that contacts came from."""
        from notebook_app.storage.read_cards import ReadCardStore

        return ReadCardStore(self.database)

    @cached_property
    def set_aside(self) -> "SetAsideStore":
        """Cards that could not be read."""
        from notebook_app.storage.set_aside_cards import SetAsideStore

        return SetAsideStore(self.database, self.clock)

    @cached_property
    def favours(self) -> "FavourStore":
        """Favours given and received."""
        from notebook_app.storage.favours import FavourStore

        return FavourStore(self.database, self.clock)

    @cached_property
    def remembered(self) -> "RememberedStore":
        """Things to remember of people."""
        from notebook_app.storage.remembered import RememberedStore

        return RememberedStore(self.database, self.clock)

    @cached_property
    def stages(self) -> "StageHistory":
        """How stages came about."""
        from notebook_app.storage.stage_history import StageHistory

        return StageHistory(self.database)

    @cached_property
    def questions(self) -> "QuestionStore":
        """Good questions to ask."""
        from notebook_app.storage.questions import QuestionStore

        return QuestionStore(self.database)

    @cached_property
    def acquaintance(self) -> "AcquaintanceStore":
        """What tells how well one knows people."""
        from notebook_app.storage.acquaintance import AcquaintanceStore

        return AcquaintanceStore(self.database)

    @cached_property
    def calendar_files(self) -> "CalendarFileStore":
        """What goes out to other calendars, and comes from them."""
        from notebook_app.storage.calendar_files import CalendarFileStore

        return CalendarFileStore(self.database, self.clock)

    @cached_property
    def reminders(self) -> "ReminderStore":
        """What one may have to be reminded of."""
        from notebook_app.storage.reminders import ReminderStore

        return ReminderStore(self.database)

"""The stores about people, by their names, and about the cards that they came from."""

from functools import cached_property
from typing import TYPE_CHECKING

from notebook_app.storage.notebook_stores import NotebookStores

if TYPE_CHECKING:
    from notebook_app.storage.acquaintance import AcquaintanceStore
    from notebook_app.storage.attachments import AttachmentStore
    from notebook_app.storage.contact_overview import ContactOverviewStore
    from notebook_app.storage.contacts import ContactStore
    from notebook_app.storage.duplicates import DuplicateStore
    from notebook_app.storage.import_history import ImportHistory
    from notebook_app.storage.imports import ImportStore
    from notebook_app.storage.list_cells import ListCells
    from notebook_app.storage.many_contacts import ManyContacts
    from notebook_app.storage.merges import MergeStore
    from notebook_app.storage.name_search import NameSearch
    from notebook_app.storage.organizations import OrganizationStore
    from notebook_app.storage.people_list import PeopleList
    from notebook_app.storage.read_cards import ReadCardStore
    from notebook_app.storage.recognition import RecognitionStore
    from notebook_app.storage.relations import RelationStore
    from notebook_app.storage.remembered import RememberedStore
    from notebook_app.storage.saved_lists import SavedListStore
    from notebook_app.storage.seen_files import SeenFileStore
    from notebook_app.storage.set_aside_cards import SetAsideStore
    from notebook_app.storage.stage_history import StageHistory
    from notebook_app.storage.tags import TagStore
    from notebook_app.storage.trash import TrashStore


class PeopleStores(NotebookStores):
    """Whom the notebook knows, and where that is from."""

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
    def contact_overview(self) -> "ContactOverviewStore":
        """What stands beside a contact."""
        from notebook_app.storage.contact_overview import ContactOverviewStore

        return ContactOverviewStore(self.database)

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
    def acquaintance(self) -> "AcquaintanceStore":
        """What tells how well one knows people."""
        from notebook_app.storage.acquaintance import AcquaintanceStore

        return AcquaintanceStore(self.database)

    @cached_property
    def stages(self) -> "StageHistory":
        """How stages came about."""
        from notebook_app.storage.stage_history import StageHistory

        return StageHistory(self.database)

    @cached_property
    def remembered(self) -> "RememberedStore":
        """Things to remember of people."""
        from notebook_app.storage.remembered import RememberedStore

        return RememberedStore(self.database, self.clock)

    @cached_property
    def recognition(self) -> "RecognitionStore":
        """What the people of cards are recognised by."""
        from notebook_app.storage.recognition import RecognitionStore

        return RecognitionStore(self.database)

    @cached_property
    def imports(self) -> "ImportStore":
        """Imports."""
        from notebook_app.storage.imports import ImportStore

        return ImportStore(self.database, self.clock, self.journal)

    @cached_property
    def import_history(self) -> "ImportHistory":
        """The imports that were done."""
        from notebook_app.storage.import_history import ImportHistory

        return ImportHistory(self.database, self.clock)

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
    def seen_files(self) -> "SeenFileStore":
        """Files that lay in a watched folder."""
        from notebook_app.storage.seen_files import SeenFileStore

        return SeenFileStore(self.database, self.clock)

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

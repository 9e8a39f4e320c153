"""The dialogs that menus and pages open over the window; each is loaded when it is asked for."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.frame.main_window import MainWindow

if TYPE_CHECKING:
    from notebook_app.model.calendar_filter import CalendarFilter


class WindowDialogs:
    """Those of one window. People "in hand" are those whom its page has selected, or shows."""

    def __init__(self, desk: Desk, window: Callable[[], MainWindow], settings: QSettings) -> None:
        """Take the desk, who knows the window, and where choices are kept."""
        self._desk = desk
        self._window = window
        self._settings = settings
        # Pages show documents themselves, and reach only the desk.
        desk.settings = settings

    def choose_files(self) -> None:
        """Choose files of people and show what importing them would do."""
        from notebook_app.gui.importing.import_run import choose_files

        choose_files(self._desk, self._window())

    def choose_folder(self) -> None:
        """Choose a folder of cards and show what importing them would do."""
        from notebook_app.gui.importing.import_run import choose_folder

        choose_folder(self._desk, self._window())

    def show_imports(self) -> None:
        """Show what was imported."""
        from notebook_app.gui.importing.import_run import show_imports

        show_imports(self._desk, self._window())

    def show_set_aside(self) -> None:
        """Show the cards that could not be read."""
        from notebook_app.gui.importing.import_run import show_set_aside

        show_set_aside(self._desk, self._window())

    def export_people(self, *contact_ids: int) -> None:
        """Ask how to export these people; without any, whom."""
        from notebook_app.gui.exporting.export_dialog import show_export_dialog

        show_export_dialog(self._desk, self._window(), contact_ids)

    def export_here(self) -> None:
        """Ask whom to export, those in hand or others."""
        from notebook_app.gui.exporting.export_dialog import show_export_dialog

        show_export_dialog(self._desk, self._window(), self._in_hand(), only_them=False)

    def print_follow_ups(self, contact_ids: Sequence[int] = ()) -> None:
        """Show the follow-up list as it will be on paper, of these people if any are named."""
        from notebook_app.gui.printing.print_dialog import show_print_dialog

        only = contact_ids or None
        show_print_dialog(self._desk, self._window(), self._settings, only=only)

    def print_calendar(
        self, week: bool = False, day: date | None = None, narrowed: "CalendarFilter | None" = None
    ) -> None:
        """Show a month or a week, by itself this month, as it will be on paper."""
        from notebook_app.gui.printing.calendar_dialog import show_calendar_dialog

        show_calendar_dialog(
            self._desk, self._window(), self._settings, week=week, day=day, narrowed=narrowed
        )

    def print_people(self, contact_ids: Sequence[int] = ()) -> None:
        """Show these people, or everyone, as they will be on paper."""
        from notebook_app.gui.printing.people_dialog import show_people_dialog

        show_people_dialog(self._desk, self._window(), self._settings, contact_ids)

    def print_chosen(self) -> None:
        """Show those in hand, or everyone, as they will be on paper."""
        self.print_people(self._in_hand())

    def print_labels(self, contact_ids: Sequence[int] = ()) -> None:
        """Show address labels for these people, or for everyone."""
        from notebook_app.gui.printing.labels_dialog import show_labels_dialog

        show_labels_dialog(self._desk, self._window(), self._settings, contact_ids)

    def print_labels_here(self) -> None:
        """Show address labels for those in hand, or for everyone."""
        self.print_labels(self._in_hand())

    def print_envelopes_here(self) -> None:
        """Show envelopes for those in hand, or for everyone."""
        from notebook_app.gui.printing.labels_choices import PostKind
        from notebook_app.gui.printing.labels_dialog import show_labels_dialog

        show_labels_dialog(
            self._desk, self._window(), self._settings, self._in_hand(), PostKind.ENVELOPES
        )

    def log_conversation(self, *contact_ids: int) -> None:
        """Write down a conversation with these people."""
        from notebook_app.gui.conversations.forms import show_log_form

        show_log_form(self._desk, self._window(), contact_ids=contact_ids)

    def plan_follow_up(self, contact_id: int | None = None) -> None:
        """Plan a follow-up, with this person if one is named."""
        from notebook_app.gui.follow_ups.plan_form import show_plan_form

        show_plan_form(self._desk, self._window(), contact_id=contact_id)

    def log_with_chosen(self) -> None:
        """Write down a conversation with those in hand."""
        self.log_conversation(*self._in_hand())

    def plan_with_chosen(self) -> None:
        """Plan a follow-up with those in hand."""
        from notebook_app.gui.follow_ups.plan_form import show_plan_form

        show_plan_form(self._desk, self._window(), contact_ids=self._in_hand())

    def brief(self, contact_ids: Sequence[int], title: str = "") -> None:
        """Show what to know before meeting these people."""
        from notebook_app.gui.knowing.briefing_dialog import show_briefing

        show_briefing(self._desk, self._window(), contact_ids, title)

    def brief_chosen(self) -> None:
        """Show what to know before meeting those in hand."""
        chosen = self._in_hand()
        if chosen:
            self.brief(chosen)
        else:
            self._desk.say(self._desk.tr("Choose whom you are going to meet first."))

    def show_habits(self) -> None:
        """Ask for the habits that proposed follow-ups go by."""
        from notebook_app.gui.follow_ups.habits_dialog import show_habits

        show_habits(self._desk, self._window())

    def show_code(self, contact_id: int) -> None:
        """Show a contact as a QR code."""
        from notebook_app.gui.codes.code_dialog import show_code

        show_code(self._desk, self._window(), contact_id)

    def show_own_card(self) -> None:
        """Show the user's own card to be photographed."""
        from notebook_app.gui.codes.code_dialog import show_own_card

        show_own_card(self._desk, self._window())

    def show_questions(self) -> None:
        """Show questions that are good to ask."""
        from notebook_app.gui.knowing.questions_dialog import QuestionsDialog

        QuestionsDialog(self._desk, self._window()).open()

    def offer_duplicates(self, import_id: int) -> None:
        """Look for people whom an import brought a second time."""
        from notebook_app.gui.duplicates.import_offer import offer_duplicates

        offer_duplicates(self._desk, import_id)

    def merge(self, contact_ids: Sequence[int]) -> None:
        """Show how these people become one."""
        from notebook_app.gui.duplicates.merge_dialog import show_merge

        show_merge(self._desk, self._window(), contact_ids)

    def _in_hand(self) -> Sequence[int]:
        page = self._window().pages.current_page()
        return page.people_in_hand() if page is not None else ()

"""Which client knows of which service: who never heard of what, and a way to tell them."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from notebook_app.foundation.progress import Progress
from notebook_app.foundation.record import record
from notebook_app.gui.charts.bar_chart import BarChart
from notebook_app.gui.charts.chart_card import ChartCard
from notebook_app.gui.charts.chart_data import ChartData, ChartItem
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.insights.behind_dialog import BehindDialog
from notebook_app.gui.insights.behind_group import BehindGroup
from notebook_app.gui.insights.heard_words import KNOWLEDGE, heard_sign, heard_words
from notebook_app.gui.insights.insight_view import InsightView, insight_words
from notebook_app.gui.insights.matrix_model import MatrixModel
from notebook_app.gui.insights.matrix_view import MatrixView
from notebook_app.gui.insights.services_form import ServicesForm
from notebook_app.gui.insights.to_tell_card import MOST_AT_ONCE, ToTellCard
from notebook_app.gui.printing.locale_date_words import LocaleDateWords
from notebook_app.gui.theme import SMALL, TextRole, Tone
from notebook_app.gui.widgets.buttons import PlainButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.empty_state import EmptyState
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.changes import Changed
from notebook_app.model.insights.services_report import Heard, ServiceCount, ServicesReport
from notebook_app.model.offering import UntoldService
from notebook_app.model.past_periods import Period
from notebook_app.reports.document import Document
from notebook_app.services.keep_services import know_of_service
from notebook_app.services.report_services import report_services

_MOST_PRINTED = 2_000
_LONGEST = 80
_KNOWN = (Heard.USES, Heard.TOLD, Heard.DECLINED)


@record
class ServicesReading:
    """The counts, and the clients in the order of their names."""

    report: ServicesReport
    client_ids: tuple[int, ...]


class ServicesView(InsightView):
    """Bars for each service, whom to tell, and the matrix."""

    key = "services"
    takes_period = False
    hangs_on = (Changed.CONTACT, Changed.CONVERSATION, Changed.SERVICE, Changed.FOLLOW_UP)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk; nothing is read yet."""
        super().__init__(desk, parent)
        self.sentence = PlainLabel("", TextRole.TITLE, wrap=True)
        self.services_button = PlainButton(self.tr("My services…"), self.edit_services)
        self.bars = ChartCard(BarChart())
        self.bars.opened.connect(self._open_service)
        self.tell = ToTellCard()
        self.tell.wanted.connect(self._plan_to_tell)
        self.tell.who_wanted.connect(self._open_to_tell)
        self.matrix = MatrixView(MatrixModel(desk.notebook, self))
        self.matrix.said.connect(self._say)
        self.matrix.client_wanted.connect(desk.open_contact)
        signs = ", ".join(f"{heard_sign(each)} {heard_words(each).lower()}" for each in Heard)
        self.key_words = PlainLabel(
            self.tr("{signs}. Click a sign, or press U, T, D or N on it.").format(signs=signs),
            TextRole.SMALL,
            Tone.MUTED,
            wrap=True,
        )
        self.matrix_card = Card()
        self.matrix_card.body.addWidget(SectionHeading(self.tr("Clients by service")))
        self.matrix_card.body.addWidget(self.matrix)
        self.matrix_card.body.addWidget(self.key_words)
        self.nothing = EmptyState(
            self.tr("What do you offer?"),
            self.tr(
                "Write down your services: this page tells which client uses which, and who"
                " never heard of one."
            ),
            [(self.tr("Write them down"), self.edit_services)],
        )
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.services_button)
        self.column.addLayout(head)
        for widget in (self.bars, self.tell, self.matrix_card, self.nothing):
            self.column.addWidget(widget)
            widget.hide()

    @staticmethod
    def title() -> str:
        """Return the words on the pill."""
        return insight_words("Services")

    def read(self, _period: Period, _progress: Progress) -> ServicesReading:
        """Read the counts and who the clients are."""
        notebook = self.desk.notebook
        return ServicesReading(report_services(notebook), tuple(notebook.insights.client_ids()))

    def show_result(self, result: object) -> None:
        """Show the counts and the matrix."""
        assert isinstance(result, ServicesReading)
        report = result.report
        there = bool(report.services)
        self.nothing.setVisible(not there)
        self.services_button.setVisible(there)
        self.sentence.setText(self._sentence(report) if there else "")
        number = self.locale().toString
        items = [
            ChartItem(
                " ".join(service.name[:_LONGEST].split()),
                tuple(float(service.of(heard)) for heard in _KNOWN),
                tuple(number(service.of(heard)) for heard in Heard),
                self._beside(service),
                service,
            )
            for service in report.services
        ]
        self.bars.show_data(
            ChartData(
                self.tr("What your clients know of"),
                self.tr("Service"),
                tuple(heard_words(heard) for heard in _KNOWN),
                # While nobody knows of anything, the sentence says it all.
                tuple(items) if any(any(item.values) for item in items) else (),
                (heard_words(Heard.NOT_TOLD),),
            )
        )
        self.tell.show_services(report.services, self.bars.chart)
        self.matrix.matrix.show(report, result.client_ids)
        self.matrix_card.setVisible(there and report.clients > 0)

    def document(self, result: object) -> Document:
        """Return the counts and the matrix as they go on paper."""
        from notebook_app.reports.insights.services import services_document

        assert isinstance(result, ServicesReading)
        some = result.client_ids[:_MOST_PRINTED]
        clients = self.desk.notebook.insights.matrix(result.report, some)
        words = LocaleDateWords(self.locale())
        return services_document(result.report, clients, self.desk.clock.today(), words)

    def edit_services(self) -> None:
        """Ask for what the user offers."""
        ServicesForm(self.desk, self).open()

    def _sentence(self, report: ServicesReport) -> str:
        if not report.clients:
            return self.tr("Nobody has the role client yet.")
        least = max(report.services, key=lambda service: service.not_told)
        if least.not_told == 0:
            return self.tr("Every client has heard of everything you offer.")
        one = self.tr("1 client never heard of {service}.")
        many = self.tr("{n} clients never heard of {service}.")
        words = one if least.not_told == 1 else many
        return words.format(n=self.locale().toString(least.not_told), service=least.name[:_LONGEST])

    def _beside(self, service: ServiceCount) -> str:
        number = self.locale().toString(service.not_told)
        return self.tr("{n} never told").format(n=number) if service.not_told else ""

    def _plan_to_tell(self, service: object) -> None:
        """Plan to tell those who were spoken to last, so many as a day may hold."""
        from notebook_app.services.plan_to_tell import plan_to_tell

        assert isinstance(service, ServiceCount)
        ids, note = self._to_tell(service, MOST_AT_ONCE), self._to_do(service)
        self.desk.perform(lambda: plan_to_tell(self.desk.notebook, ids, note))

    def _open_to_tell(self, service: object) -> None:
        """Show everybody who is to be told of a service and waits for no follow-up."""
        assert isinstance(service, ServiceCount)
        words, to_do = self.tr("Never told, and nothing planned: {n}"), self._to_do(service)

        def read() -> list[BehindGroup]:
            people = self._to_tell(service, service.to_tell)
            return [BehindGroup(words, people=people, to_do=to_do)]

        rule = self.tr("Those you spoke to last first. Resting people are left out.")
        BehindDialog(self.desk, self, service.name, read_groups=read, rule=rule).open()

    def _to_tell(self, service: ServiceCount, most: int) -> list[int]:
        untold = UntoldService(service.service_id, service.name, service.to_tell, ())
        people = self.desk.notebook.overview.untold_people(untold, 0, most)
        return [person.id for person in people]

    def _to_do(self, service: ServiceCount) -> str:
        return self.tr("Tell them about {service}").format(service=service.name)

    def _open_service(self, service: object) -> None:
        assert isinstance(service, ServiceCount)

        def read() -> list[BehindGroup]:
            insights, service_id = self.desk.notebook.insights, service.service_id
            return [
                BehindGroup(
                    f"{heard_words(heard)}: {{n}}", people=insights.client_ids(service_id, heard)
                )
                for heard in (Heard.NOT_TOLD, Heard.TOLD, Heard.USES, Heard.DECLINED)
            ]

        BehindDialog(self.desk, self, service.name, read_groups=read).open()

    def _say(self, contact_id: int, service_id: int, heard: object) -> None:
        assert isinstance(heard, Heard)
        notebook = self.desk.notebook
        self.desk.perform(
            lambda: know_of_service(notebook, [contact_id], service_id, KNOWLEDGE[heard])
        )

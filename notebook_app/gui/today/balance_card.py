"""The balance of the month: new people met against relationships strengthened."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from notebook_app.gui.frame.acts import Act
from notebook_app.gui.frame.desk import Desk
from notebook_app.gui.theme import SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.buttons import LinkButton
from notebook_app.gui.widgets.card import Card
from notebook_app.gui.widgets.labels import PlainLabel, SectionHeading
from notebook_app.model.balance import Balance, Leaning

_BAR_HIGH = 8


class ShareBar(QWidget):
    """A line that is filled as far as a number goes; the number stands beside it in words."""

    def __init__(self, colour: str, parent: QWidget | None = None) -> None:
        """Take the name of the colour's token."""
        super().__init__(parent)
        self._colour = colour
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Fill it from 0.0 to 1.0."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low line."""
        return QSize(theme_of(self).em(6), _BAR_HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line and what is filled of it, from the side where reading begins."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme, whole = theme_of(self), QRectF(self.rect())
        radius = whole.height() / 2
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(whole, radius, radius)
        if self._share <= 0:
            return
        width = max(whole.height(), whole.width() * self._share)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = whole.right() - width if mirrored else whole.left()
        painter.setBrush(theme.color(self._colour))
        painter.drawRoundedRect(QRectF(left, whole.top(), width, whole.height()), radius, radius)


class BalanceCard(Card):
    """Two figures, held against the user's targets; a plain sentence; the rule if asked for."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        """Take the desk, which leads to the Insights; the figures come a moment later."""
        super().__init__(parent=parent)
        self.new = PlainLabel("", TextRole.SMALL_STRONG)
        self.strengthened = PlainLabel("", TextRole.SMALL_STRONG)
        self._new_bar = ShareBar("amber")
        self._strengthened_bar = ShareBar("accent")
        self.sentence = PlainLabel(" ", TextRole.SMALL, Tone.MUTED, wrap=True)
        self.rule = PlainLabel(
            self.tr(
                "The first conversation with somebody counts as a new person, each later one as"
                " strengthening. From the first of the month until today."
            ),
            TextRole.SMALL,
            Tone.MUTED,
            wrap=True,
        )
        self.rule.hide()
        self.rule_button = LinkButton(self.tr("How is this counted?"), self.toggle_rule)
        self.more_button = LinkButton(
            self.tr("Over the months, and my targets"),
            lambda: desk.ask(Act.SHOW_INSIGHTS, "balance"),
        )
        if not desk.offers(Act.SHOW_INSIGHTS):
            self.more_button.hide()
        self.body.setSpacing(TIGHT)
        self.body.addWidget(SectionHeading(self.tr("Balance this month")))
        self.body.addSpacing(TIGHT)
        for words, figure, bar in (
            (self.tr("New people"), self.new, self._new_bar),
            (self.tr("Relationships strengthened"), self.strengthened, self._strengthened_bar),
        ):
            row = QHBoxLayout()
            row.setSpacing(SMALL)
            row.addWidget(PlainLabel(words, TextRole.SMALL, wrap=True), 1)
            row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(row)
            self.body.addWidget(bar)
        self.body.addSpacing(TIGHT)
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.rule_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_balance(
        self,
        balance: Balance,
        wanted_new: int | None = None,
        wanted_strengthened: int | None = None,
    ) -> None:
        """Show the figures, how far they are towards targets if there are any, and what it says.

        Bars without a target are held against the greater of the two figures.
        """
        most = max(balance.new, balance.strengthened, 1)
        for count, wanted, figure, bar in (
            (balance.new, wanted_new, self.new, self._new_bar),
            (balance.strengthened, wanted_strengthened, self.strengthened, self._strengthened_bar),
        ):
            number = self.locale().toString
            of = self.tr("{count} of {wanted}")
            figure.setText(
                number(count)
                if wanted is None
                else of.format(count=number(count), wanted=number(wanted))
            )
            bar.show_share(min(1.0, count / (most if wanted is None else wanted)))
        self.sentence.setText(self._sentence(balance))

    def toggle_rule(self) -> None:
        """Show the rule, or hide it again."""
        self.rule.setVisible(self.rule.isHidden())

    def _sentence(self, balance: Balance) -> str:
        return {
            Leaning.NOTHING: self.tr("Nothing is written down this month yet: say hello to one."),
            Leaning.EVEN: self.tr("A good balance of new people and those you know."),
            Leaning.NEW: self.tr("You meet many new people: have a second talk with some of them."),
            Leaning.KNOWN: self.tr("You look after those you know: meet somebody new."),
        }[balance.leaning()]

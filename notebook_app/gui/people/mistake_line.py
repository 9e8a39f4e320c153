"""Says under the search what can't be understood of it, with the place marked."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from notebook_app.gui.theme import LARGE, SMALL, TIGHT, TextRole, Tone, theme_of
from notebook_app.gui.widgets.labels import PlainLabel
from notebook_app.model.query.mistake import QueryMistake

_AROUND = 16


class MistakeLine(QFrame):
    """Hidden until there is a mistake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the line without anything to say."""
        super().__init__(parent)
        self._text = _MarkedText()
        self.words = PlainLabel("", TextRole.SMALL, Tone.DANGER, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        column.setSpacing(TIGHT)
        column.addWidget(self._text)
        column.addWidget(self.words)
        self.hide()

    def tell(self, mistake: QueryMistake | None) -> None:
        """Show a mistake, or hide."""
        self.setVisible(mistake is not None)
        if mistake is not None:
            self.words.setText(mistake.message)
            self._text.mark(mistake)


class _MarkedText(QWidget):
    """The text around a mistake, with a line under its place."""

    def __init__(self) -> None:
        super().__init__()
        self._parts = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def mark(self, mistake: QueryMistake) -> None:
        text, start, end = mistake.text, mistake.start, mistake.start + mistake.length
        before, wrong, after = text[:start], text[start:end] or " ", text[end:]
        if len(before) > _AROUND:
            before = f"…{before[-_AROUND:]}"
        if len(wrong) > 2 * _AROUND:
            wrong = f"{wrong[: 2 * _AROUND]}…"
        self._parts = (before, wrong, after[: 2 * _AROUND])
        self.setAccessibleName(" ".join(self._parts))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, theme_of(self).metrics(TextRole.SMALL).height() + TIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setFont(theme.font(TextRole.SMALL))
        metrics = theme.metrics(TextRole.SMALL)
        at = 0
        for part, tone in zip(self._parts, ("muted", "danger", "muted"), strict=True):
            width = metrics.horizontalAdvance(part)
            painter.setPen(theme.color(tone))
            area = self.rect().adjusted(at, 0, 0, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine, part)
            if tone == "danger":
                painter.setPen(QPen(theme.color(tone), 2))
                bottom = metrics.height()
                painter.drawLine(at, bottom, at + width, bottom)
            at += width

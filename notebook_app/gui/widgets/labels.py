"""Labels that show text as the text it is, never as markup, sized and coloured by the theme."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QStyle, QWidget

from notebook_app.gui.theme import TextRole, Tone


def plain_tool_tip(text: str) -> str:
    """Return ``text`` for ``setToolTip`` so that markup in it is shown and not followed."""
    if "<" not in text:
        return text
    # Its table of all named characters takes longer to load than the first page's labels.
    from html import escape

    return "<p style='white-space: pre-wrap'>" + escape(text) + "</p>"


_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class PlainLabel(QLabel):
    """A label whose text is always plain; wraps if asked, and can then be selected and copied."""

    _mirrored = False

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        tone: Tone = Tone.INK,
        *,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take the text, its size (``role``) and colour (``tone``)."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("textRole", role.value)
        self.setProperty("tone", tone.value)
        self.setText(text)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

        self._follow_direction()

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._follow_direction()

    def _follow_direction(self) -> None:
        """In a mirrored window begin at the right, as all else does, whatever the text's script."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        if mirrored != self._mirrored and across in (_LEFT, _RIGHT):
            self._mirrored = mirrored
            down = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
            self.setAlignment(down | (_RIGHT if mirrored else _LEFT))

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)


class SectionHeading(PlainLabel):
    """The bold line above a part of a page; screen readers meet it before the part."""

    def __init__(
        self,
        text: str = "",
        tone: Tone = Tone.INK,
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
    ) -> None:
        """Take the words of the heading, and whether long ones may go on in a second line."""
        super().__init__(text, TextRole.STRONG, tone, wrap=wrap, parent=parent)


class FieldLabel(PlainLabel):
    """The small label of a field in a form; ``&`` marks its key, which goes to ``buddy``."""

    def __init__(self, text: str, buddy: QWidget, parent: QWidget | None = None) -> None:
        """Take the words and the field that they name."""
        super().__init__(text, TextRole.SMALL, Tone.MUTED, parent=parent)
        self.setBuddy(buddy)
        if not buddy.accessibleName():
            buddy.setAccessibleName(text.replace("&", ""))


class ElidedLabel(PlainLabel):
    """A label of one line that ends in ``…`` where it is cut; the whole text is in its tool tip."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        tone: Tone = Tone.INK,
        parent: QWidget | None = None,
    ) -> None:
        """Take the text; line breaks in it become spaces."""
        # What fits of the text into which width: found once, painted often.
        self._fitting: tuple[int, str] | None = None
        super().__init__("", role, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text`` in one line."""
        super().setText(" ".join(text.split()))
        self._fitting = None
        self._explain()

    def minimumSizeHint(self) -> QSize:
        """Return a width of a few letters, since all else can be cut."""
        hint = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * 4
        return QSize(min(few, hint.width()), hint.height())

    def is_cut(self) -> bool:
        """Return whether the text does not fit now."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tool tip when it no longer fits."""
        super().resizeEvent(event)
        self._explain()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, cut at its end."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        area = self.contentsRect()
        if self._fitting is None or self._fitting[0] != area.width():
            fitting = self.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, area.width()
            )
            self._fitting = area.width(), fitting
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine
        painter.drawText(area, flags, self._fitting[1])

    def changeEvent(self, event: QEvent) -> None:
        """Cut the text anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fitting = None

    def _explain(self) -> None:
        self.setToolTip(plain_tool_tip(self.text()) if self.is_cut() else "")


class Divider(QFrame):
    """A quiet line between parts."""

    def __init__(self, *, upright: bool = False, parent: QWidget | None = None) -> None:
        """Make a line, one pixel thick, lying or upright."""
        super().__init__(parent)
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

"""The one object that knows how the window looks now: colours, fonts, light or dark.

It belongs to the QApplication and is reached with ``theme_of``; whoever paints asks it each time,
and repaints on ``changed``.
"""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication

from notebook_app.gui.theme.avatar_painter import AvatarPainter
from notebook_app.gui.theme.palette import build_palette
from notebook_app.gui.theme.style_sheet import build_style_sheet
from notebook_app.gui.theme.tokens import DARK, LIGHT, Tokens
from notebook_app.gui.theme.type_scale import TextRole, scaled_font

_PROPERTY: Final = "contactNotebookTheme"
_WIDTHS_KEPT: Final = 2_000


class Appearance(StrEnum):
    """What the user wants: follow the system, or always the one."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours and fonts of the window, applied to the whole application.

    ``changed`` is emitted after colours or the font changed and the application has them.
    """

    changed = Signal()

    def __init__(self, application: QApplication, appearance: Appearance) -> None:
        """Apply the look to ``application``; see ``install_theme``."""
        super().__init__(application)
        self._application = application
        self._appearance = appearance
        self._tokens: Tokens | None = None
        self._font = QFont(application.font())
        self._fonts: dict[TextRole, QFont] = {}
        self._metrics: dict[TextRole, QFontMetrics] = {}
        self._badge_widths: dict[str, int] = {}
        self._em: int | None = None
        self._colours: dict[str, QColor] = {}
        self.avatars = AvatarPainter(self)
        application.setStyle("Fusion")
        hints = application.styleHints()
        self._system_is_dark = hints.colorScheme() is Qt.ColorScheme.Dark
        hints.colorSchemeChanged.connect(self._follow_system)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The colours now."""
        return self._tokens or LIGHT

    @property
    def dark(self) -> bool:
        """Whether the dark set is shown."""
        return self._tokens is DARK

    @property
    def appearance(self) -> Appearance:
        """What the user asked for."""
        return self._appearance

    def set_appearance(self, appearance: Appearance) -> None:
        """Show light or dark, or follow the system from now on."""
        self._appearance = appearance
        self._apply()

    def color(self, token: str) -> QColor:
        """Return the colour of the token of that name (``"ink"``, ``"accent_soft"``, …)."""
        colour = self._colours.get(token)
        if colour is None:
            colour = self._colours[token] = QColor(getattr(self.tokens, token))
        return colour

    def font(self, role: TextRole = TextRole.BODY) -> QFont:
        """Return the font for ``role``; do not change it."""
        font = self._fonts.get(role)
        if font is None:
            font = self._fonts[role] = scaled_font(self._font, role)
        return font

    def metrics(self, role: TextRole = TextRole.BODY) -> QFontMetrics:
        """Return the metrics of the font for ``role``."""
        metrics = self._metrics.get(role)
        if metrics is None:
            metrics = self._metrics[role] = QFontMetrics(self.font(role))
        return metrics

    def badge_width(self, words: str) -> int:
        """Return how wide a badge's words are, in device-independent pixels.

        Layouts ask for the same few words again and again.
        """
        width = self._badge_widths.get(words)
        if width is None:
            if len(self._badge_widths) >= _WIDTHS_KEPT:
                self._badge_widths.clear()
            width = self.metrics(TextRole.BADGE).horizontalAdvance(words)
            self._badge_widths[words] = width
        return width

    def em(self, factor: float = 1.0) -> int:
        """Return ``factor`` times the size of the body font in device-independent pixels.

        Sizes of rows, avatars and columns come from this, so that they grow with the system's
        font. At a usual desktop font of 10 points it is 13 for 1.0.
        """
        if self._em is None:
            self._em = QFontInfo(self._font).pixelSize()
        return max(1, round(self._em * factor))

    def follow_system_font(self) -> None:
        """Take over the application's font if it changed; windows call it on font events."""
        font = self._application.font()
        if font == self._font:
            return
        self._font = QFont(font)
        self._rebuild()

    def _follow_system(self, scheme: Qt.ColorScheme) -> None:
        self._system_is_dark = scheme is Qt.ColorScheme.Dark
        self._apply()

    def _apply(self) -> None:
        wanted = DARK if self._wants_dark() else LIGHT
        if wanted is self._tokens:
            return
        self._tokens = wanted
        self._rebuild()

    def _wants_dark(self) -> bool:
        if self._appearance is Appearance.SYSTEM:
            return self._system_is_dark
        return self._appearance is Appearance.DARK

    def _rebuild(self) -> None:
        self._fonts.clear()
        self._metrics.clear()
        self._badge_widths.clear()
        self._em = None
        self._colours.clear()
        self.avatars.clear()
        self._application.setPalette(build_palette(self.tokens))
        self._application.setStyleSheet(build_style_sheet(self.tokens, self._font, self.em()))
        self.changed.emit()


def install_theme(application: QApplication, appearance: Appearance = Appearance.SYSTEM) -> Theme:
    """Give ``application`` its look and return the theme; a second call returns the first's."""
    present = application.property(_PROPERTY)
    if isinstance(present, Theme):
        present.set_appearance(appearance)
        return present
    theme = Theme(application, appearance)
    application.setProperty(_PROPERTY, theme)
    return theme


def theme_of(_asker: QObject | None = None) -> Theme:
    """Return the theme of the application that ``_asker`` lives in.

    Raises:
        RuntimeError: ``install_theme`` was not called yet.
    """
    application = QApplication.instance()
    theme = application.property(_PROPERTY) if application is not None else None
    if not isinstance(theme, Theme):
        raise RuntimeError("install_theme was not called on the QApplication")
    return theme

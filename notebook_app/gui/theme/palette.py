"""Qt's palette from our colours, so that every control that no style sheet names fits too."""

from PySide6.QtGui import QColor, QPalette

from notebook_app.gui.theme.tokens import Tokens

_Role = QPalette.ColorRole


def build_palette(tokens: Tokens) -> QPalette:
    """Return the palette of ``tokens``, all roles set so that nothing of the system's stays."""
    palette = QPalette()
    for role, colour in {
        _Role.Window: tokens.page,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.card,
        _Role.AlternateBase: tokens.hover,
        _Role.Text: tokens.ink,
        _Role.PlaceholderText: tokens.muted,
        _Role.Button: tokens.card,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.danger,
        _Role.ToolTipBase: tokens.toast,
        _Role.ToolTipText: tokens.on_toast,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent,
        _Role.LinkVisited: tokens.accent,
        _Role.Light: tokens.card,
        _Role.Midlight: tokens.hover,
        _Role.Mid: tokens.line,
        _Role.Dark: tokens.strong_line,
        _Role.Shadow: tokens.line,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.muted))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.neutral_soft))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.HighlightedText, QColor(tokens.muted))
    return palette

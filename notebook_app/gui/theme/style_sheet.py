"""The one style sheet: small, built from the tokens and the system's font, set on the application.

Widgets carry no style sheets of their own. Text is styled by the properties ``textRole`` and
``tone`` of a label (see ``notebook_app.gui.widgets.labels``); panels and controls by their class.
Only what QPalette cannot say is here, since every rule costs time when a widget is first shown.
"""

from dataclasses import asdict
from string import Template
from typing import Final

from PySide6.QtGui import QFont, QFontMetrics

from notebook_app.gui.theme.tokens import CONTROL_RADIUS, RADIUS, Tokens
from notebook_app.gui.theme.type_scale import TEXT_SIZES, TextRole, Tone, css_size

_SHEET: Final = Template("""
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolTip { background: $toast; color: $on_toast; border: none; padding: 4px 8px; }

Card { background: $card; border: 1px solid $line; border-radius: ${radius}px; }
Card[highlighted="true"] { background: $highlight; border-color: $accent; }
Card[clickable="true"]:hover { border-color: $strong_line; background: $hover; }
Card[clickable="true"]:focus { border: 2px solid $focus; }
Divider { background: $line; border: none; }
SideBar, SideBar QScrollArea, #sideBarList { background: $side; border: none; }
ProgressStrip { background: $page; border: none; border-top: 1px solid $line; }
TopBar { background: $page; border: none; border-bottom: 1px solid $line; }
Page, ScrollColumn, #scrollColumnBody { background: $page; border: none; }
QScrollArea { border: none; background: transparent; }

PrimaryButton, PlainButton, QDialogButtonBox QPushButton {
    border: 1px solid $strong_line; border-radius: ${control}px; padding: ${pad_y}px ${pad_x}px;
    background: $card; color: $ink; min-height: ${text}px; outline: 0; }
PlainButton:hover, QDialogButtonBox QPushButton:hover { background: $hover; }
PlainButton:pressed, PlainButton:checked, QDialogButtonBox QPushButton:pressed {
    background: $neutral_soft; }
PlainButton:focus, QDialogButtonBox QPushButton:focus {
    border: 2px solid $focus; padding: ${pad_y_focus}px ${pad_x_focus}px; }
PlainButton:disabled, QDialogButtonBox QPushButton:disabled { color: $muted; background: $page; }
PrimaryButton, QDialogButtonBox QPushButton:default {
    background: $accent; color: $on_accent; border-color: $accent; }
PrimaryButton:hover, PrimaryButton:pressed, QDialogButtonBox QPushButton:default:hover {
    background: $accent_hover; border-color: $accent_hover; }
PrimaryButton:disabled, QDialogButtonBox QPushButton:default:disabled {
    background: $neutral_soft; color: $muted; border-color: $neutral_soft; }
PlainButton::menu-indicator, PrimaryButton::menu-indicator { image: none; width: 0px; }
QuietButton { min-height: 0px;
    border: 2px solid transparent; border-radius: ${control}px; background: transparent;
    color: $muted; padding: ${pad_quiet}px ${pad_y}px; }
QuietButton:hover, QuietButton:pressed { background: $neutral_soft; color: $ink; }
QuietButton:focus { border-color: $focus; padding: ${pad_quiet}px ${pad_y}px; }
QuietButton::menu-indicator { image: none; width: 0px; }
LinkButton { min-height: 0px;
    border: none; border-bottom: 2px solid transparent; background: transparent;
    color: $accent; padding: 1px 0px; text-align: left; }
LinkButton:hover, LinkButton:focus {
    border: none; border-bottom: 2px solid $accent; padding: 1px 0px; }

QLineEdit, QPlainTextEdit, QTextEdit, ChoiceField {
    background: $card; color: $ink; border: 1px solid $strong_line;
    border-radius: ${control}px; padding: ${pad_y}px ${pad_field}px; min-height: ${text}px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, ChoiceField:focus {
    border: 2px solid $focus; padding: ${pad_y_focus}px ${pad_field_focus}px; }
QLineEdit[wrong="true"] { border-color: $danger; }
QLineEdit:disabled, QLineEdit:read-only { background: $page; color: $muted; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit,
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus,
QPlainTextEdit[bare="true"], QPlainTextEdit[bare="true"]:focus {
    border: none; padding: 0px; min-height: 0px; background: transparent; }
ChoiceField::drop-down { border: none; width: ${em}px; }
ChoiceField::down-arrow { image: none; }

QLabel[tone="toast"] { color: $on_toast; }
ToastButton { min-height: 0px;
    border: 2px solid transparent; border-radius: 5px; background: transparent;
    color: $toast_accent; padding: 3px ${pad_y}px; font-weight: 600; }
ToastButton:hover, ToastButton:focus {
    border-color: $toast_accent; padding: 3px ${pad_y}px; }

QAbstractItemView { background: $page; border: none; outline: 0; color: $ink;
    selection-background-color: $selected; selection-color: $ink; }
PaletteView, FiguresTable, MatrixView { background: $card; }
QComboBox QAbstractItemView, QListView:window, OfferList { background: $card;
    border: 1px solid $line; selection-background-color: $accent_soft; }
OfferList::item { padding: 2px ${pad_field}px; }
OfferList::item:disabled { color: $muted; }
QHeaderView::section { background: $page; color: $muted; border: none;
    border-bottom: 1px solid $line; padding: ${pad_y}px ${pad_field}px; }
FiguresTable QHeaderView::section, MatrixView QHeaderView::section { background: $card; }
QSplitter::handle { background: $line; }

QMenuBar { background: $side; color: $muted; border: none; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: 4px 9px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $neutral_soft; color: $ink; }
QMenu { background: $card; border: 1px solid $strong_line; padding: 5px; }
QMenu::item { padding: 5px ${em2}px; border-radius: 5px; color: $ink; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QProgressBar { background: $neutral_soft; border: none; border-radius: 4px;
    min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QScrollBar { background: transparent; border: none; margin: 0px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $strong_line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget #qt_calendar_navigationbar { background: $card; }
QCalendarWidget QToolButton { color: $ink; background: transparent; border: none; padding: 5px; }
QCalendarWidget QToolButton:hover { background: $neutral_soft; }
QCalendarWidget QToolButton:focus { border: 2px solid $focus; padding: 3px; }
QCalendarWidget QAbstractItemView { background: $card; selection-background-color: $accent;
    selection-color: $on_accent; }
""")


def build_style_sheet(tokens: Tokens, font: QFont, em: int) -> str:
    """Return the style sheet for ``tokens``.

    ``font`` is the system's font, from which all sizes come; ``em`` its size in
    device-independent pixels.
    """
    line = QFontMetrics(font).height() + 2
    pad_y = max(3, round(em * 0.42))
    pad_x = max(8, round(em * 1.05))
    pad_field = max(6, round(em * 0.75))
    rules = _SHEET.substitute(
        asdict(tokens),
        text=line,
        em=round(em * 1.9),
        em2=round(em * 1.6),
        radius=RADIUS,
        control=CONTROL_RADIUS,
        pad_y=pad_y,
        pad_y_focus=pad_y - 1,
        pad_x=pad_x,
        pad_x_focus=pad_x - 1,
        pad_field=pad_field,
        pad_field_focus=pad_field - 1,
        pad_quiet=pad_y - 1,
    )
    return "\n".join([rules, *_text_rules(font), *_tone_rules(tokens)])


def _text_rules(font: QFont) -> list[str]:
    return [
        f'QLabel[textRole="{role}"] {{ font-size: {css_size(font, size.factor)}; '
        f"font-weight: {size.weight.value}; }}"
        for role, size in TEXT_SIZES.items()
        if role is not TextRole.BODY
    ]


def _tone_rules(tokens: Tokens) -> list[str]:
    return [f'QLabel[tone="{tone}"] {{ color: {getattr(tokens, tone)}; }}' for tone in Tone]

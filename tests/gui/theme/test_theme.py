"""The look is applied to the whole application, and follows the system and its font."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPalette
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit
from pytestqt.qtbot import QtBot

from notebook_app import gui
from notebook_app.gui.theme import Appearance, TextRole, Theme, install_theme, theme_of
from notebook_app.gui.theme.tokens import DARK, LIGHT
from notebook_app.gui.widgets.labels import PlainLabel


def image_bytes(colour: str, width: int = 40, height: int = 20) -> bytes:
    """Return a PNG of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_the_theme_is_found_from_anywhere(theme: Theme, qapp: QApplication) -> None:
    """One theme an application, however often it is asked for."""
    assert theme_of() is theme
    assert install_theme(qapp) is theme


def test_dark_and_light_change_the_palette_at_once(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    """The application's palette, the colours for painters, and the signal."""
    with qtbot.waitSignal(theme.changed):
        theme.set_appearance(Appearance.DARK)
    assert theme.dark
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.page)
    assert theme.color("ink") == QColor(DARK.ink)
    theme.set_appearance(Appearance.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.ink)
    assert theme.color("ink") == QColor(LIGHT.ink)


def test_the_system_is_followed_unless_the_user_chose(theme: Theme, qapp: QApplication) -> None:
    """The desktop goes dark in the evening; who asked for light keeps it."""
    changed = qapp.styleHints().colorSchemeChanged
    changed.emit(Qt.ColorScheme.Dark)
    assert not theme.dark
    theme.set_appearance(Appearance.SYSTEM)
    assert theme.dark
    changed.emit(Qt.ColorScheme.Light)
    assert not theme.dark
    changed.emit(Qt.ColorScheme.Dark)
    assert theme.dark
    changed.emit(Qt.ColorScheme.Unknown)
    assert not theme.dark


def test_setting_the_same_look_again_costs_nothing(theme: Theme, qtbot: QtBot) -> None:
    """No style sheet is set, nothing repainted."""
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_appearance(Appearance.LIGHT)


@pytest.mark.parametrize("points", [8.0, 10.0, 22.0])
def test_sizes_follow_the_system_font(
    theme: Theme, qapp: QApplication, qtbot: QtBot, points: float
) -> None:
    """Fonts of painters, of labels, and distances in ems."""
    font = QFont(qapp.font())
    font.setPointSizeF(points)
    qapp.setFont(font)
    theme.follow_system_font()
    assert theme.font(TextRole.BODY).pointSizeF() == points
    assert theme.font(TextRole.TITLE).pointSizeF() == pytest.approx(points * 1.4, abs=0.1)
    assert theme.em(2) == pytest.approx(points / 72 * 96 * 2, abs=2.1)
    label = PlainLabel("Title", TextRole.TITLE)
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pointSizeF() == pytest.approx(points * 1.4, abs=0.1)


def test_a_pixel_sized_font_scales_too(theme: Theme, qapp: QApplication) -> None:
    """Some systems give their font in pixels."""
    font = QFont(qapp.font())
    font.setPixelSize(20)
    qapp.setFont(font)
    theme.follow_system_font()
    assert theme.font(TextRole.TITLE).pixelSize() == 28
    assert theme.em() == 20


def test_the_style_sheet_is_read_without_complaint(qapp: QApplication, qtbot: QtBot) -> None:
    """Qt warns of what it can't parse, and a warning fails this test."""
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    assert "$" not in qapp.styleSheet()
    assert edit.grab().toImage().pixelColor(edit.width() // 2, 4) == QColor(LIGHT.card)


def test_what_is_offered_below_a_field_has_a_frame(
    theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    """The popup of a ``QCompleter`` is a window of its own, no part of the field."""
    field = QLineEdit()
    qtbot.addWidget(field)
    completer = QCompleter(["Carla Mendes"], field)
    field.setCompleter(completer)
    field.show()
    completer.setCompletionPrefix("c")
    completer.complete()
    popup = completer.popup()
    assert popup is not None
    picture = popup.grab().toImage()
    assert picture.pixelColor(0, picture.height() // 2) == theme.color("line")
    popup.hide()


def test_without_a_theme_the_mistake_is_named() -> None:
    """A program that forgot ``install_theme`` hears so."""
    script = (
        "from PySide6.QtWidgets import QApplication\n"
        "from notebook_app.gui.theme import theme_of\n"
        "application = QApplication([])\n"
        "try:\n    theme_of()\n"
        "except RuntimeError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "install_theme" in done.stdout


def test_a_photo_is_shown_round_and_initials_without_one(theme: Theme) -> None:
    """The middle shows the photo, the corner nothing; no photo shows the name's colour."""
    with_photo = theme.avatars.draw("Carla Mendes", 32, 2.0, image_bytes("#FF0000")).toImage()
    assert with_photo.width() == 64
    assert with_photo.pixelColor(32, 32) == QColor("#FF0000")
    assert with_photo.pixelColor(0, 0).alpha() == 0
    without = theme.avatars.draw("Carla Mendes", 32, 1.0, None).toImage()
    assert without.pixelColor(16, 3) == QColor("#2F7D6B")


@pytest.mark.parametrize("data", [b"", b"no image", image_bytes("#FF0000")[:60]])
def test_an_unreadable_photo_shows_the_initials(theme: Theme, data: bytes) -> None:
    """Whatever a card carried."""
    pixmap = theme.avatars.draw("Carla Mendes", 32, 1.0, data).toImage()
    assert pixmap.pixelColor(16, 3) == QColor("#2F7D6B")


def test_photos_are_read_once_and_forgotten_when_told(theme: Theme) -> None:
    """A list that repaints doesn't read the notebook again."""
    reads = []

    def load(photo_id: int) -> bytes:
        reads.append(photo_id)
        return image_bytes("#00FF00")

    for _repaint in range(3):
        theme.avatars.pixmap("Carla", 32, 1.0, 7, load)
    assert reads == [7]
    theme.avatars.clear()
    theme.avatars.pixmap("Carla", 32, 1.0, 7, load)
    assert reads == [7, 7]


def test_the_store_of_pixmaps_is_bounded(theme: Theme) -> None:
    """Ten thousand people scrolled past leave a few hundred pixmaps."""
    for number in range(1000):
        theme.avatars.pixmap("Carla", 16, 1.0, number, lambda _photo_id: None)
    assert theme.avatars.kept <= 400


def test_boxes_and_rounds_are_drawn_by_us_everywhere() -> None:
    """Those of the style can't be seen in the dark."""
    sources = Path(gui.__file__).parent.rglob("*.py")
    own = {"check_field.py"}
    plain = [
        path.name
        for path in sources
        if path.name not in own
        and any(word in path.read_text("utf-8") for word in ("QRadioButton(", "QCheckBox("))
    ]
    assert plain == []


def test_a_badge_is_as_wide_as_its_words_in_the_font_there_is_now(qtbot: QtBot) -> None:
    theme, application = theme_of(), QApplication.instance()
    assert isinstance(application, QApplication)
    before, width = QFont(application.font()), theme.badge_width("12 days late")
    assert width == theme.metrics(TextRole.BADGE).horizontalAdvance("12 days late")
    larger = QFont(before)
    larger.setPointSizeF(before.pointSizeF() * 2)
    try:
        application.setFont(larger)
        theme.follow_system_font()
        assert theme.badge_width("12 days late") > 1.5 * width
    finally:
        application.setFont(before)
        theme.follow_system_font()
    assert theme.badge_width("12 days late") == width

"""Notifications of the desktop, with buttons, by the Desktop Notifications Specification 1.2.

Asked over D-Bus, so only where there is one and somebody shows them; else ``show`` says no.
"""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    Q_ARG,
    Q_RETURN_ARG,
    SLOT,
    QMetaObject,
    QObject,
    Qt,
    Signal,
    Slot,
)

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_LONGEST_WAIT_MS = 3000
# Taken as text, though it is declared to be bytes.
_CLICKED: Any = SLOT("_clicked(uint,QString)")


class DesktopNotes(QObject):
    """Shows one notification at a time; a later one takes the place of the one before.

    Signals:
        acted: the name of the button that was clicked; "default" for the notification itself.
    """

    acted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make it; the desktop is asked when there is something to show."""
        super().__init__(parent)
        self._shown = 0
        self._interface: Any = None

    def show(self, title: str, body: str, buttons: Sequence[tuple[str, str]]) -> bool:
        """Show a notification with (name, words) of its buttons; return whether that worked."""
        interface = self._connected()
        if interface is None:
            return False
        capabilities = interface.call("GetCapabilities").arguments()
        can = capabilities[0] if capabilities else []
        actions = ["default", ""]
        for name, words in buttons:
            actions += [name, words]
        # Lines of cards are text, never markup.
        shown_body = escape(body, quote=False) if "body-markup" in can else body
        try:
            # The signature has unsigned numbers, which a plain call would send as signed ones.
            shown = QMetaObject.invokeMethod(
                interface,
                "Notify",
                Qt.ConnectionType.DirectConnection,
                Q_RETURN_ARG("uint"),
                Q_ARG("QString", "Contact Notebook"),
                Q_ARG("uint", self._shown),
                Q_ARG("QString", "contact-notebook"),
                Q_ARG("QString", title),
                Q_ARG("QString", shown_body),
                Q_ARG("QStringList", actions if "actions" in can else []),
                Q_ARG("QVariantMap", {"desktop-entry": "contact-notebook"}),
                Q_ARG("int", -1),
            )
        except RuntimeError:
            return False
        if not isinstance(shown, int) or shown <= 0:
            return False
        self._shown = shown
        return True

    def _connected(self) -> Any:
        """Return the desktop's notifications; None if nobody shows any."""
        from PySide6.QtDBus import QDBusConnection, QDBusInterface

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return None
        if self._interface is None or not self._interface.isValid():
            self._interface = QDBusInterface(_SERVICE, _PATH, _SERVICE, bus, self)
            self._interface.setTimeout(_LONGEST_WAIT_MS)
            if not self._interface.isValid():
                return None
            bus.connect(_SERVICE, _PATH, _SERVICE, "ActionInvoked", self, _CLICKED)
        return self._interface

    @Slot("uint", "QString")
    def _clicked(self, number: int, name: str) -> None:
        if number == self._shown and number:
            self.acted.emit(name)

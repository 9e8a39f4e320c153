"""A desktop that shows notifications, as a process of its own: says what it got, clicks "later"."""

import sys

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection


@ClassInfo({"D-Bus Interface": "org.freedesktop.Notifications"})
class Notifications(QObject):
    """The interface, as far as it is used."""

    ActionInvoked = Signal("uint", "QString")

    @Slot(
        "QString",
        "uint",
        "QString",
        "QString",
        "QString",
        "QStringList",
        "QVariantMap",
        int,
        result="uint",
    )
    def Notify(
        self,
        *told: object,
    ) -> int:
        """Show one: write down title, body and buttons, and click on "later"."""
        print(told[3], told[4], told[5], sep="|", flush=True)
        QTimer.singleShot(50, lambda: self.ActionInvoked.emit(7, "later"))
        return 7

    @Slot(result="QStringList")
    def GetCapabilities(self) -> list[str]:
        """Say that it has buttons and markup."""
        return ["actions", "body", "body-markup"]


if __name__ == "__main__":
    application = QCoreApplication(sys.argv)
    shown = Notifications()
    bus = QDBusConnection.sessionBus()
    everything = (
        QDBusConnection.RegisterOption.ExportAllSlots
        | QDBusConnection.RegisterOption.ExportAllSignals
    )
    bus.registerObject("/org/freedesktop/Notifications", shown, everything)
    bus.registerService("org.freedesktop.Notifications")
    print("ready", flush=True)
    application.exec()

"""The names of the ways to speak in the window."""

from PySide6.QtCore import QCoreApplication

from notebook_app.model.conversation import Channel


def channel_name(channel: Channel) -> str:
    """Return ``In person``, ``Call`` and so on."""
    return {
        Channel.IN_PERSON: _tr("In person"),
        Channel.CALL: _tr("Call"),
        Channel.EMAIL: _tr("E-mail"),
        Channel.MESSAGE: _tr("Message"),
        Channel.VIDEO: _tr("Video"),
        Channel.NOTE: _tr("Handwritten note"),
    }[channel]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Channel", text)

"""Reminders: when the desktop or the window tells what is due, and how the user wants it."""

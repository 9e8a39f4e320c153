"""Backups seen from the window: making one, going back to one, a damaged notebook."""

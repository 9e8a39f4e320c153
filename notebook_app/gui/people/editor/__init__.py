"""Editing a contact in place, one file for each kind of field."""

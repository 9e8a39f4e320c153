"""Editing single values of a contact in the place where they are read."""

"""The window around the pages, and what starts and guards it."""

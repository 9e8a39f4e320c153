"""Contact Notebook: the people one works with, what was said, and what to do next."""

__version__ = "0.1.0"

"""The query language: ``tag:chamber role:client last:>90d coffee``, for lists, search and export.

``parse.py`` turns text into the terms of ``terms.py``; ``keys.py`` is the table of all keys, from
which help, completion and the README's table are made.
"""

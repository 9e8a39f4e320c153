"""The example notebook: a made-up signage and brand designer, the people around her, two years.

Nobody in it is real. Numbers are those that telephone authorities keep free for stories, and
addresses end in ``.example``.
"""

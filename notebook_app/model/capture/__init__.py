"""Writing people down in one line each, as one would on the back of a card."""

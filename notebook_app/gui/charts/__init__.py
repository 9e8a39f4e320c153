"""A small set of charts: bars, lines and trees, drawn in the look of the window."""

"""The page of opportunities: work that may come, was won or was lost, and through whom it came."""

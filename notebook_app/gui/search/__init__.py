"""The page that searches everything, and the ways to it."""

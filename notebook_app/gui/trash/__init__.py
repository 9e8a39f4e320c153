"""The page of deleted people."""

"""The page of all that happened with everybody."""

"""The page of events: what comes, what was, whom one met there, and what came of it."""

"""The page of tags, and the dots in their colours."""

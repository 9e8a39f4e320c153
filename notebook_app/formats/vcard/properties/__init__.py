"""One small reader for each property that has a field in the contact, and the table of them."""

"""The page of people: the list, the page of a contact, and its editor."""

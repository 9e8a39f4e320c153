"""What comes from a phone and goes to one, what is pasted, and what arrives in a watched folder."""

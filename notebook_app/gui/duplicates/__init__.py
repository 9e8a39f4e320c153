"""The page of people who may be in the notebook twice, and the way to merge any two."""

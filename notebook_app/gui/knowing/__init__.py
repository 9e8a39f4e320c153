"""How well one knows people: what to remember, stages, favours, questions, briefings."""

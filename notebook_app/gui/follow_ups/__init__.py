"""Plans, postpones and completes follow-ups, from wherever in the window they are met."""

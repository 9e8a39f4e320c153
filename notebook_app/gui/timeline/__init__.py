"""The timeline: what happened, one card each, of one person or of everybody."""

"""vCards of every dialect; the only place that knows vobject for cards."""

"""After an event: whom one met, one line each, looked at once and then saved."""

"""Standard library only: folders, clock, trouble, progress, log."""

"""What can be done with several people at once."""

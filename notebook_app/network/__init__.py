"""What talks to other devices."""

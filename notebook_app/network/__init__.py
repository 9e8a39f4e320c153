"""What talks to other devices: so far the page by which a phone sends and fetches files."""

"""Small real pieces that pages are made of."""

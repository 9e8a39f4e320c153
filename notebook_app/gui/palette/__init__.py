"""The palette: any person, page or command by a few letters."""

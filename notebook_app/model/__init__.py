"""The words of the program as small typed records, and the pure rules over them."""

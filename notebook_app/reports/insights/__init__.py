"""The reports as documents: the same figures and words for paper, web page, text and terminal."""

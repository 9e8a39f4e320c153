"""Back from paper: a printed list in its order, answered row by row with few keys."""

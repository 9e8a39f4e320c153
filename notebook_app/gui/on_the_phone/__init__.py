"""On the phone: the calls of the day, one after the other, and nothing else."""

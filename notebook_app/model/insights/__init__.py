"""What the reports say: their figures as records, and the rules by which they are counted."""

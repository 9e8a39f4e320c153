"""The queries of the reports: each reads what a report counts, and nothing is written."""

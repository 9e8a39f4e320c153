"""Tables of people: CSV files of any maker into cards, and people into CSV files."""

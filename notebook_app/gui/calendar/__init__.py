"""The calendar: follow-ups, events and birthdays by month and as an agenda."""

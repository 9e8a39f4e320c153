"""Calendar files (iCalendar, RFC 5545): what is written for other calendars, and read from them."""

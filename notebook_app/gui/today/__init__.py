"""The page of the day: whom to follow up with, and who fades."""

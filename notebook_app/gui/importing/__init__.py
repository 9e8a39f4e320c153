"""Brings people in from a phone: choosing files, looking at them, taking them in."""

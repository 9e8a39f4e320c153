"""Contacts as QR codes on the screen and on cards, and one's own card to hold up."""

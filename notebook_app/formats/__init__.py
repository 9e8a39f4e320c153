"""Bytes to model records and back."""

"""Lays documents out on paper: PDF, printer and preview by one renderer."""

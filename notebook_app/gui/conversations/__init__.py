"""Writing conversations down."""

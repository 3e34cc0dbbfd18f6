"""Sheets that a network fills in together, and what the municipality means by its words."""

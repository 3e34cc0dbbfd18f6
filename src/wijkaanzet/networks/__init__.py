"""Neighbourhood networks: who sits there, when they meet, what is agreed, and what waits for the table."""

"""Figures: how a table comes in, and what everybody can read of a neighbourhood."""

"""The rules of the budget: plain Python, no Django, no clock, no database."""

"""The rules of tables of figures: plain Python, no Django, no clock, no database."""

"""The room of the council: what it was told, what lies before it, and what is coming."""

"""Stories with the teller's own title and meaning, shared by consent taken back at any moment; others only select."""

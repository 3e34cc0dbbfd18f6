"""Stories with the teller's own title and meaning, shared by consent and taken back at any moment; others only select."""

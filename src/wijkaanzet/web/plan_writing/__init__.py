"""Writing a plan together: its parts with their versions and comments, and what is suggested from outside."""

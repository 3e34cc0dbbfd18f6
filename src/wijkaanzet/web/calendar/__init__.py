"""The year in pages, and what is to come as a calendar that people take into their own."""

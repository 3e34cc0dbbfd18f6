"""The page that says what waits for whoever is logged in."""

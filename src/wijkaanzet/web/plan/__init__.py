"""The page on which a coordinator opens the plan of a year."""

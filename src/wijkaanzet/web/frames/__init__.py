"""The page of a budget frame, and recording what the council decided on it."""

"""The page of one request for advice."""

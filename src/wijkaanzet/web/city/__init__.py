"""The front page of a municipality."""

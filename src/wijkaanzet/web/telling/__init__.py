"""What a resident does here: tell something, find the answer, take it back, say what may be shared."""

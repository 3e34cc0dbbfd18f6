"""The one public intake: whoever wants to tell something does so here; people read it, and everybody gets an answer."""

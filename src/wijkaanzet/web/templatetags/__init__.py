"""Tag libraries of the web floor."""

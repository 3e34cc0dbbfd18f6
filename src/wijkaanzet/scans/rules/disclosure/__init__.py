"""Small numbers: what of an own registration may be public, so that nobody can be found in it."""

"""Gates: the rules of the house as tests, each with planted violations that prove that it catches."""

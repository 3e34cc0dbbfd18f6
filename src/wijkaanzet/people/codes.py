"""How a code of the second step is known again."""


def as_kept(code: str) -> str:
    """A code without what somebody typed between its digits: 123 456 is 123456."""
    return "".join(filter(str.isalnum, code)).lower()

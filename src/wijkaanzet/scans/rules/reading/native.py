"""Numbers that a file holds as numbers and not as text: they need no guess, and are written as the layout says."""


class Native(str):
    """A number as its file holds it, with a point; `written` gives it as the cells of text around it are written."""

    __slots__ = ()

    def written(self, decimal: str) -> str:
        """The number with this sign of decimals."""
        return self.replace(".", decimal) if decimal != "." else str(self)

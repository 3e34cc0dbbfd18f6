"""What a file is refused for: one exception with the place in the input where it went wrong."""

from wijkaanzet.kernel.refusals import Refused


class BadInput(Refused):
    """A table of figures, a model or their combination that cannot be used honestly.

    `key` and `parameters` find their words in the labels of the context; `where` is the line of the figures (`12`),
    the path in a model (`earmarks[0].share`) or empty when it concerns the whole.
    """

    def __init__(self, key: str, *, where: str = "", **parameters: str | int) -> None:
        super().__init__(key, **parameters)
        self.where = where

"""What the division refuses: one exception with the place in the input where it went wrong."""

from wijkaanzet.kernel.refusals import Refused


class BadInput(Refused):
    """A model, a table of figures or their combination that cannot be divided honestly.

    `key` and `parameters` find their words in `budget.labels`; `where` is the path in the model
    (`earmarks[0].share`), the line of the figures (`12`) or empty when it concerns the whole.
    """

    def __init__(self, key: str, *, where: str = "", **parameters: str | int) -> None:
        super().__init__(key, **parameters)
        self.where = where

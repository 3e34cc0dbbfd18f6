"""What the product may refuse: a key and its parameters; the words stand in the labels of the context."""


class Refused(Exception):
    """A request that the rules do not allow. `key` names the sentence, `parameters` fill it."""

    def __init__(self, key: str, **parameters: object) -> None:
        self.key = key
        self.parameters = parameters
        super().__init__(f"{key} {parameters}" if parameters else key)

"""A hidden answer that always tells how something is when the page is shown."""

from django import forms


class AsItIsNow(forms.HiddenInput):
    """Sends along how something is when the page is shown, also when the page comes back with what was filled in."""

    def __init__(self, now: str) -> None:
        super().__init__()
        self.now = now

    def format_value(self, value: object) -> str:
        """What it is now, whatever was sent."""
        return self.now

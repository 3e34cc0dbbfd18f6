"""Small signs: an alert, a badge, a step in the trail to this page, a download."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Alert:
    """A message in a box; the word in front says its tone, so colour is not needed."""

    text: str
    tone: Literal["info", "good", "problem"] = "info"
    title: str = ""


@dataclass(frozen=True, kw_only=True)
class Badge:
    """The state of something, in one word."""

    label: str
    tone: Literal["petrol", "leaf", "brick", "stone", "move"] = "petrol"
    """"move" (saffron) only for whose move it is."""


@dataclass(frozen=True, kw_only=True)
class Crumb:
    """One step in the trail to this page; the last one has no address."""

    label: str
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Download:
    """A file to take away."""

    href: str
    label: str
    """What is in it: "De verdeling van 2018 per wijk"."""
    kind: str = "CSV"
    size: str = ""
    """Words: "12 kB"."""


def trail(*steps: str) -> tuple[Crumb, ...]:
    """Crumbs from label, address, label, address ...; an odd last label is the page itself."""
    labels, addresses = steps[::2], [*steps[1::2], ""]
    return tuple(Crumb(label=label, href=href) for label, href in zip(labels, addresses, strict=False))

"""What happens when: events on a line, and the steps of a longer form."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

State = Literal["done", "now", "next"]


@dataclass(frozen=True, kw_only=True)
class Event:
    """One thing that happened, happens now or is still to come."""

    title: str
    state: State
    on: date | None = None
    """The day; None when it is not known yet."""
    who: str = ""
    """Whose move it was or is, with its article: "het college"."""
    text: str = ""
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """Events in the order in which they happen, the oldest first."""

    title: str
    """For who hears the page: "Zo loopt het besluit"."""
    events: tuple[Event, ...]


@dataclass(frozen=True, kw_only=True)
class ProgressStep:
    """One step of a form or process; only a step that is done can be gone back to."""

    label: str
    state: State
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far we are: step so many of so many."""

    title: str
    labels: tuple[str, ...]
    now: int
    """Place of the step we are at, counted from 1."""
    hrefs: tuple[str, ...] = ()
    """Addresses of the steps that are done, in their order."""

    @property
    def steps(self) -> tuple[ProgressStep, ...]:
        return tuple(
            ProgressStep(
                label=label,
                state="done" if place < self.now else "now" if place == self.now else "next",
                href=self.hrefs[place - 1] if place < self.now and place <= len(self.hrefs) else "",
            )
            for place, label in enumerate(self.labels, start=1)
        )

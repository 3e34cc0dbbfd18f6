"""Half-open periods: the first day belongs to it, the last day does not, no last day means still running."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """From `starts_on` up to, not including, `ends_before`. Raises ValueError when it would be empty."""

    starts_on: date
    ends_before: date | None = None

    def __post_init__(self) -> None:
        if self.ends_before is not None and self.ends_before <= self.starts_on:
            raise ValueError(f"a period ends after it starts, not {self.starts_on} to {self.ends_before}")

    def contains(self, day: date) -> bool:
        """Whether the day falls in the period."""
        return self.starts_on <= day and (self.ends_before is None or day < self.ends_before)

    def overlaps(self, other: "Period") -> bool:
        """Whether there is a day that falls in both."""
        return (other.ends_before is None or self.starts_on < other.ends_before) and (
            self.ends_before is None or other.starts_on < self.ends_before
        )


def year(number: int) -> Period:
    """The calendar year as a period."""
    return Period(date(number, 1, 1), date(number + 1, 1, 1))

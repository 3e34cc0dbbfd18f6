"""Advice that was given, with the answer to each point; part of a decision and of what lies before it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PointAnswered:
    """One point, and what is done with it."""

    number: int
    text: str
    follow: str = ""
    """"Dit nemen we over"; empty while it was not answered."""
    answer: str = ""


@dataclass(frozen=True, kw_only=True)
class AdviceGiven:
    """What one body said."""

    body: str
    points: tuple[PointAnswered, ...]
    """Empty when no advice came."""

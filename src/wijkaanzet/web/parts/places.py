"""The streets, hotspots and groups of a neighbourhood, by kind."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PlaceLine:
    """One place in a list."""

    name: str
    note: str
    ends: str = ""
    """Until when, when that is known."""


@dataclass(frozen=True, kw_only=True)
class PlaceGroup:
    """The places of one kind, by name."""

    label: str
    places: tuple[PlaceLine, ...]


@dataclass(frozen=True, kw_only=True)
class PlacesSection:
    """web/places_section.html: the places of an area, as a section of its page."""

    groups: tuple[PlaceGroup, ...]
    keep_href: str = ""
    """Where the reader may add and end them; empty for who may not."""

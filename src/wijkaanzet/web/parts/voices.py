"""What people told, as cards: the newest few on the page of a neighbourhood, and all of it in a list."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class VoiceCard:
    """web/includes/voice_card.html: the beginning of what somebody told, with a link to all of it."""

    kind: str
    """What it is: "verhaal"."""
    title: str
    href: str
    lines: str
    """The first lines."""
    where: str
    """The neighbourhood, with the street when that points at nobody."""
    when: str
    """The month."""
    photo_href: str = ""
    photo_alt: str = ""
    only_here: bool = False
    """Whether only who work on the neighbourhood together may read it."""


@dataclass(frozen=True, kw_only=True)
class ToldSection:
    """web/includes/told_section.html: the newest that people told of an area, as a section of its page."""

    cards: tuple[VoiceCard, ...]
    tell_href: str
    all_href: str

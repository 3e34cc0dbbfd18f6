"""The pages of what people told: the list, one of them in full, and the questions that invite people to tell."""

from dataclasses import dataclass
from typing import ClassVar

from django import forms

from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.cards import Empty
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.parts.paging import Pagination
from wijkaanzet.web.parts.voices import VoiceCard


@dataclass(frozen=True, kw_only=True)
class VoicesPage:
    """web/voices.html: what people told and everybody may read, the newest first."""

    section: ClassVar[str] = "voices"
    looking: forms.Form
    """Where, of which kind, and with which words."""
    cards: tuple[VoiceCard, ...]
    found: str
    """How many there are, in words; empty when there is nothing."""
    tell_href: str
    ask_href: str = ""
    """Where the reader puts questions that invite people to tell; empty for who may not."""
    pagination: Pagination | None = None
    empty: Empty | None = None
    downloads: tuple[Download, ...] = ()


@dataclass(frozen=True, kw_only=True)
class VoicePage:
    """web/voice.html: one story or entry in full, with what it means to who told it first."""

    section: ClassVar[str] = "voices"
    kind: str
    """What it is: "verhaal", "wat hier sterk is: mensen"."""
    title: str
    meaning: str
    text: str
    tone: str
    """A sentence; empty when the teller did not say."""
    where: str
    when: str
    area: str
    """The name of the neighbourhood; empty when it is about the whole municipality."""
    area_href: str
    question: str
    """The question that it answers; empty when it answers none."""
    all_href: str
    tell_href: str
    photo_href: str = ""
    photo_alt: str = ""
    figure: FigureCard | None = None
    """The figure that it stands beside."""
    fictional: bool = False
    only_here: bool = False
    """Whether only who work on the neighbourhood together may read it."""


@dataclass(frozen=True, kw_only=True)
class PromptRow:
    """One question."""

    question: str
    where: str
    when: str
    """From when until when."""
    running: bool
    link: str = ""
    """The whole address, to put on a poster; empty when it is not asked any more."""
    end_href: str = ""


@dataclass(frozen=True, kw_only=True)
class PromptsPage:
    """web/prompts.html: the questions that somebody puts, with the form to put one."""

    section: ClassVar[str] = "voices"
    running: tuple[PromptRow, ...]
    ended: tuple[PromptRow, ...]
    adding: ActForm
    add_href: str
    pagination: Pagination | None = None

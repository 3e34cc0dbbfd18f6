"""What a printed neighbourhood scan is made of, in words that are already translated."""

from dataclasses import dataclass

MOST_SECTIONS = 6


@dataclass(frozen=True, kw_only=True)
class PaperFigure:
    """A figure with what belongs to it: it never stands alone. `value` is written as on the site, with its unit."""

    name: str
    value: str
    period: str
    source: str
    sure: str
    meaning: str = ""


@dataclass(frozen=True, kw_only=True)
class PaperVoice:
    """A story, or something said; `text` may say that the teller withdrew it."""

    title: str
    text: str
    kind: str
    where: str = ""


@dataclass(frozen=True, kw_only=True)
class PaperSection:
    """A part of the scan: own words, how sure we are of it, and the figures and voices that were chosen for it."""

    title: str
    words: str
    sure: str
    figures: tuple[PaperFigure, ...]
    voices: tuple[PaperVoice, ...]


@dataclass(frozen=True, kw_only=True)
class ScanPaper:
    """The scan of one neighbourhood as it is printed; the first section is what is strong here.

    `address` is where the whole scan stands on the site; `published_on` is empty as long as it is not published.
    """

    municipality: str
    area: str
    year: int
    published_on: str
    made_by: str
    sections: tuple[PaperSection, ...]
    changed: tuple[str, ...]
    address: str
    fictional: bool

    def __post_init__(self) -> None:
        if len(self.sections) > MOST_SECTIONS:
            raise ValueError(f"a page has room for the titles of {MOST_SECTIONS} sections, not {len(self.sections)}")

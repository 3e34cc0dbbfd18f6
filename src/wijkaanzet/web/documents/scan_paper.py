"""The printed neighbourhood scan: one page per neighbourhood, strengths first, and as much of it as fits."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext, override

from wijkaanzet.web.documents.printable import BOX, CUT, breakable, printable, runs_from_the_right, shortened
from wijkaanzet.web.documents.scan_parts import MOST_SECTIONS, PaperFigure, PaperSection, PaperVoice, ScanPaper
from wijkaanzet.web.documents.typesetting import typeset

__all__ = [
    "MOST_SECTIONS",
    "PaperFigure",
    "PaperSection",
    "PaperVoice",
    "PaperWords",
    "ScanPaper",
    "paper_words",
    "scan_pdf",
]

NAME, LINE, NAMES = 120, 160, 300  # the longest title, the longest line about something, the longest list of names


@dataclass(frozen=True, kw_only=True)
class PaperWords:
    """The paper's own words; `more` says how many things were left out, by that number (the first is empty)."""

    scan: str
    scans: str
    fictional: str
    published: str
    made_by: str
    whole: str
    cut: str
    boxed: str
    nothing: str
    changed: str
    meaning: str
    more: tuple[str, ...]


@dataclass(frozen=True)
class Most:
    """How many of the figures and of the voices of a section are printed."""

    figures: int
    voices: int


@dataclass(frozen=True)
class Step:
    """How much of a scan is printed: which of the lengths of voices and of words, and how much of each section."""

    voices: int
    words: int
    strengths: Most
    others: Most
    changes: int


MOST_PARAGRAPHS = 4
UNNAMED = "–"  # a heading is never empty
WHOLE = 1_000_000
VOICES = (WHOLE, 420, 220, 110)
WORDS = (WHOLE, 900, 600, 350, 180, 90)
# From everything to almost nothing; a page takes the first that fits in the smallest letter. What people said is
# shortened first, then fewer figures and voices stand on the page (of the strengths the most), and own words last.
ALL = Most(WHOLE, WHOLE)
STEPS = (
    Step(0, 0, ALL, ALL, WHOLE),
    Step(1, 0, ALL, ALL, WHOLE),
    Step(2, 0, ALL, ALL, WHOLE),
    Step(2, 0, Most(12, 12), Most(8, 8), 8),
    Step(2, 0, Most(9, 9), Most(6, 6), 6),
    Step(2, 0, Most(7, 7), Most(4, 4), 6),
    Step(2, 0, Most(6, 6), Most(3, 3), 4),
    Step(3, 0, Most(6, 6), Most(3, 3), 4),
    Step(3, 0, Most(5, 5), Most(2, 3), 4),
    Step(3, 0, Most(5, 5), Most(2, 2), 4),
    Step(3, 0, Most(4, 4), Most(1, 2), 3),
    Step(3, 1, Most(4, 4), Most(1, 2), 3),
    Step(3, 2, Most(3, 4), Most(1, 2), 3),
    Step(3, 3, Most(3, 4), Most(1, 2), 3),
    Step(3, 3, Most(3, 3), Most(1, 1), 3),
    Step(3, 4, Most(2, 2), Most(1, 1), 2),
    Step(3, 4, Most(1, 2), Most(0, 1), 2),
    Step(3, 5, Most(1, 1), Most(0, 0), 1),
    Step(3, 5, Most(0, 0), Most(0, 0), 0),
)


def paper_words(*, most: int) -> PaperWords:
    """The words in the language that is on, for a paper that leaves out at most `most` things in one place."""
    return PaperWords(
        scan=gettext("Neighbourhood scan %(year)s"),
        scans=gettext("Neighbourhood scans %(year)s"),
        fictional=gettext("This scan is made up, to practise with."),
        published=gettext("Published on %(day)s."),
        made_by=gettext("Made by %(names)s."),
        whole=gettext("Everything about this scan is on the site:"),
        cut=gettext("%(mark)s = there is more. The whole text is on the site.") % {"mark": CUT},
        boxed=gettext("%(mark)s = a sign that cannot be printed. It is on the site.") % {"mark": BOX},
        nothing=gettext("Nothing was measured or told about this yet."),
        changed=gettext("What changed since the last scan"),
        meaning=gettext("What people say about it:"),
        more=("", *(_more(number) for number in range(1, most + 1))),
    )


def _more(number: int) -> str:
    text = ngettext("and %(number)s more on the site", "and %(number)s more on the site", number)
    return text % {"number": number}


def scan_pdf(papers: Sequence[ScanPaper], *, language: str, made_at: datetime) -> bytes:
    """The scans as one PDF, a page for each in the order given. `language` is that of the words in them ("nl", "en").

    What does not fit is shortened or left out, and the page says so. Raises ValueError without any scan.
    """
    if not papers:
        raise ValueError("there is no scan to print")
    with override(language):
        words = paper_words(most=max(map(_most_left_out, papers)))
    data: dict[str, object] = {
        "language": language,
        "title": _title(papers, words),
        "author": ", ".join(dict.fromkeys(printable(paper.municipality) for paper in papers)),
        "words": asdict(words),
        "steps": [asdict(step) for step in STEPS],
        "papers": [_paper(paper, words) for paper in papers],
    }
    return typeset("scan", data, made_at=made_at)


def _most_left_out(paper: ScanPaper) -> int:
    return max([len(paper.changed), *(len(part.figures) + len(part.voices) for part in paper.sections)])


def _title(papers: Sequence[ScanPaper], words: PaperWords) -> str:
    one = len(papers) == 1
    scan = (words.scan if one else words.scans) % {"year": ", ".join(map(str, dict.fromkeys(p.year for p in papers)))}
    names = dict.fromkeys(printable(paper.area if one else paper.municipality) for paper in papers)
    return f"{scan}: {', '.join(names)}"


def _paper(paper: ScanPaper, words: PaperWords) -> dict[str, object]:
    """A page as the template reads it."""
    lines = _Lines()
    page: dict[str, object] = {
        "kicker": " · ".join([words.scan % {"year": paper.year}, lines.line(paper.municipality, NAME)]),
        "area": lines.line(paper.area, NAME) or UNNAMED,
        "fictional": paper.fictional,
        "sections": [_section(part, lines) for part in paper.sections],
        "changed": [lines.lengths(text, VOICES) for text in paper.changed],
        "address": lines.line(paper.address, NAMES),
        "linked": paper.address if re.fullmatch(r"https?://[!-~]{1,2000}", paper.address) else "",
        "footing": list(_footing(paper, words, lines)),
    }
    return page | {"clipped": lines.clipped, "boxed": BOX in str(page)}


def _section(part: PaperSection, lines: "_Lines") -> dict[str, object]:
    return {
        "title": lines.line(part.title, NAME) or UNNAMED,
        "sure": lines.line(part.sure, LINE),
        "words": lines.words(part.words),
        "figures": [
            {
                "name": lines.line(figure.name, NAME),
                "value": lines.line(figure.value, NAME),
                "about": lines.joined(figure.period, figure.source, figure.sure),
                "meanings": lines.lengths(figure.meaning, VOICES),
            }
            for figure in part.figures
        ],
        "voices": [
            {
                "title": lines.line(voice.title, NAME),
                "about": lines.joined(voice.kind, voice.where),
                "texts": lines.lengths(voice.text, VOICES),
                "from_right": runs_from_the_right(voice.text),
            }
            for voice in part.voices
        ],
    }


def _footing(paper: ScanPaper, words: PaperWords, lines: "_Lines") -> Iterable[str]:
    if paper.published_on:
        yield words.published % {"day": lines.line(paper.published_on, NAME)}
    if paper.made_by:
        yield words.made_by % {"names": lines.line(paper.made_by, NAMES)}


class _Lines:
    """Makes texts ready to print, and remembers whether a line, which has one length, was cut."""

    def __init__(self) -> None:
        self.clipped = False

    def line(self, text: str, most: int) -> str:
        whole = printable(text)
        self.clipped = self.clipped or len(whole) > most
        return breakable(shortened(whole, most))

    def joined(self, *texts: str) -> str:
        return " · ".join(self.line(text, LINE) for text in texts if text)

    def lengths(self, text: str, most: Sequence[int]) -> list[str]:
        """The text in each of the lengths, as one paragraph."""
        whole = printable(text)
        return [breakable(shortened(whole, length)) for length in most]

    def words(self, text: str) -> list[str]:
        """Own words in each of their lengths; a few paragraphs stay apart as long as nothing is cut."""
        paragraphs = list(filter(None, map(printable, text.splitlines())))
        whole = ("\n" if len(paragraphs) <= MOST_PARAGRAPHS else " ").join(paragraphs)
        return [breakable(whole if len(whole) <= most else shortened(" ".join(paragraphs), most)) for most in WORDS]

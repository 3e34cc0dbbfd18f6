"""A meeting on paper: before it the agenda with what lies behind each point, afterwards the report."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, override

from wijkaanzet.web.documents.printable import BOX, CUT, breakable, printable, shortened
from wijkaanzet.web.documents.typesetting import typeset

MOST_BEHIND = 1_200
"""Characters of one text behind a point; a summary of 150 words fits."""


@dataclass(frozen=True, kw_only=True)
class PaperItem:
    """A point of the agenda, what lies behind it, and what came out; it lies on the table, so a note never stands here.

    `behind` is what everybody may read about it.
    """

    title: str
    behind: tuple[str, ...] = ()
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class PaperAgreement:
    """Something that was agreed; `about` says by whom and when people look at it again, `became` how it went."""

    text: str
    about: str = ""
    became: str = ""


@dataclass(frozen=True, kw_only=True)
class AgendaPaper:
    """One meeting, in words that are already translated; `address` is where it stands on the site."""

    municipality: str
    network: str
    day: str
    time: str
    place: str
    welcome: str
    items: tuple[PaperItem, ...]
    agreements: tuple[PaperAgreement, ...]
    """Before the meeting what was agreed earlier and is looked at again; in a report what was agreed there."""
    free_seats: tuple[str, ...]
    address: str
    writing: bool
    """Whether there is room to write under each point: before the meeting was held."""
    fictional: bool
    reported: bool = False
    """Whether it is the report."""
    came: str = ""
    minutes: str = ""


def agenda_pdf(paper: AgendaPaper, *, language: str, made_at: datetime) -> bytes:
    """The agenda or the report as a PDF (PDF/UA-1). `language` is that of the words in it ("nl", "en")."""
    with override(language):
        words = {**_words(), **(_report_words() if paper.reported else {})}
        title = gettext("Report of the meeting on %(day)s") if paper.reported else gettext("Meeting on %(day)s")
    data = {"title": title % {"day": paper.day}, **_data(paper)}
    marks = {"boxed": BOX in str(data), "cut": CUT in str(data)}
    return typeset("agenda", {"language": language, "words": words, **marks, **data}, made_at=made_at)


def _words() -> dict[str, str]:
    return {
        "agenda": gettext("Agenda"),
        "nothing": gettext("There is no agenda yet."),
        "minutes": gettext("What did people say?"),
        "agreements": gettext("What was agreed before"),
        "seats": gettext("These seats are free"),
        "whole": gettext("This agenda stands on the site:"),
        "fictional": gettext("This agenda is made up, to practise with."),
        "cut": gettext("%(mark)s = there is more. The whole text is on the site.") % {"mark": CUT},
        "boxed": gettext("%(mark)s = a sign that cannot be printed. It is on the site.") % {"mark": BOX},
    }


def _report_words() -> dict[str, str]:
    return {
        "agenda": gettext("What came out of each point?"),
        "nothing": gettext("There was no agenda."),
        "agreements": gettext("What was agreed?"),
        "whole": gettext("This report stands on the site:"),
        "fictional": gettext("This report is made up, to practise with."),
    }


def _data(paper: AgendaPaper) -> dict[str, object]:
    return {
        "author": printable(paper.municipality),
        "kicker": " · ".join(map(_line, (paper.network, paper.municipality))),
        "whenabouts": [_line(text) for text in (f"{paper.day}, {paper.time}", paper.place, paper.came) if text],
        "welcome": _line(paper.welcome),
        "minutes": _lines(paper.minutes),
        "items": list(map(_item, paper.items)),
        "agreements": [
            {"text": _lines(one.text), "about": _line(one.about), "became": _lines(one.became)}
            for one in paper.agreements
        ],
        "seats": [_line(name) for name in paper.free_seats],
        "address": _line(paper.address),
        "linked": paper.address if re.fullmatch(r"https?://[!-~]{1,2000}", paper.address) else "",
        "writing": paper.writing,
        "fictional": paper.fictional,
    }


def _item(one: PaperItem) -> dict[str, object]:
    behind = [line for text in one.behind for line in _lines(shortened(text, MOST_BEHIND))]
    return {"title": _line(one.title), "behind": behind, "outcome": _lines(one.outcome)}


def _line(text: str) -> str:
    return breakable(printable(text))


def _lines(text: str) -> Sequence[str]:
    return [line for line in map(_line, text.splitlines()) if line]

"""The agenda of a meeting on paper, to lay on the table: as many pages as it needs, nothing is left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, override

from wijkaanzet.web.documents.printable import BOX, breakable, printable
from wijkaanzet.web.documents.typesetting import typeset


@dataclass(frozen=True, kw_only=True)
class PaperItem:
    """A point of the agenda, and what came out; it lies on the table, so a note never stands here."""

    title: str
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class PaperAgreement:
    """Something that was agreed before; `about` says by whom, and when people look at it again."""

    text: str
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class AgendaPaper:
    """The agenda of one meeting, in words that are already translated; `address` is where it stands on the site."""

    municipality: str
    network: str
    day: str
    time: str
    place: str
    welcome: str
    items: tuple[PaperItem, ...]
    agreements: tuple[PaperAgreement, ...]
    free_seats: tuple[str, ...]
    address: str
    writing: bool
    """Whether there is room to write under each point: before the meeting was held."""
    fictional: bool


def agenda_pdf(paper: AgendaPaper, *, language: str, made_at: datetime) -> bytes:
    """The agenda as a PDF (PDF/UA-1). `language` is that of the words in it ("nl", "en")."""
    with override(language):
        words = {
            "agenda": gettext("Agenda"),
            "nothing": gettext("There is no agenda yet."),
            "agreements": gettext("What was agreed before"),
            "seats": gettext("These seats are free"),
            "whole": gettext("This agenda stands on the site:"),
            "fictional": gettext("This agenda is made up, to practise with."),
            "boxed": gettext("%(mark)s = a sign that cannot be printed. It is on the site.") % {"mark": BOX},
        }
        title = gettext("Meeting on %(day)s") % {"day": paper.day}
    data = _data(paper)
    return typeset(
        "agenda",
        {"language": language, "title": title, "words": words, "boxed": BOX in str(data), **data},
        made_at=made_at,
    )


def _data(paper: AgendaPaper) -> dict[str, object]:
    return {
        "author": printable(paper.municipality),
        "kicker": " · ".join(map(_line, (paper.network, paper.municipality))),
        "whenabouts": [_line(text) for text in (f"{paper.day}, {paper.time}", paper.place) if text],
        "welcome": _line(paper.welcome),
        "items": [{"title": _line(one.title), "outcome": _lines(one.outcome)} for one in paper.items],
        "agreements": [{"text": _line(one.text), "about": _line(one.about)} for one in paper.agreements],
        "seats": [_line(name) for name in paper.free_seats],
        "address": _line(paper.address),
        "linked": paper.address if re.fullmatch(r"https?://[!-~]{1,2000}", paper.address) else "",
        "writing": paper.writing,
        "fictional": paper.fictional,
    }


def _line(text: str) -> str:
    return breakable(printable(text))


def _lines(text: str) -> Sequence[str]:
    return [line for line in map(_line, text.splitlines()) if line]

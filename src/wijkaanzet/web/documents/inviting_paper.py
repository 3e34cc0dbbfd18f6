"""Invitations on paper, for people and for the door of the community centre: a letter and a poster with a QR code."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, override

from wijkaanzet.web.documents.printable import BOX, breakable, printable
from wijkaanzet.web.documents.qr import qr_svg
from wijkaanzet.web.documents.typesetting import typeset

QR = "qr.svg"


@dataclass(frozen=True, kw_only=True)
class InvitingPaper:
    """What people are asked for, in words that are already translated."""

    municipality: str
    network: str
    title: str
    text: tuple[str, ...]
    """Paragraphs, in the order of reading."""
    when: tuple[str, ...] = ()
    """Day and time, and the place."""
    points: tuple[str, ...] = ()
    """What people talk about."""
    code: str = ""
    """With which somebody takes part who types it."""
    scan: str
    """What the QR code opens."""
    link: str
    """The address in it."""
    typed: str
    """Where to go without a telephone that reads it: an address that somebody can type."""
    contact: tuple[str, ...] = ()
    """Where people can call or walk in."""
    fictional: bool


def letter_pdf(paper: InvitingPaper, *, language: str, made_at: datetime) -> bytes:
    """The letter, for somebody's door (PDF/UA-1). `language` is that of the words in it ("nl", "en")."""
    return _made("letter", paper, language=language, made_at=made_at)


def poster_pdf(paper: InvitingPaper, *, language: str, made_at: datetime) -> bytes:
    """The poster, to be read from a distance, on one page (PDF/UA-1). `language` is that of the words in it."""
    return _made("poster", paper, language=language, made_at=made_at)


def _made(template: str, paper: InvitingPaper, *, language: str, made_at: datetime) -> bytes:
    with override(language):
        words = {
            "points": gettext("What do we talk about?"),
            "code": gettext("Your code"),
            "contact": gettext("Call or walk in"),
            "qr": gettext("QR code with the address %(address)s") % {"address": printable(paper.link)},
            "fictional": gettext("This invitation is made up, to practise with."),
            "boxed": gettext("%(mark)s = a sign that cannot be printed. It is on the site.") % {"mark": BOX},
        }
    data = _data(paper)
    return typeset(
        template,
        {"language": language, "words": words, "boxed": BOX in str(data), **data},
        made_at=made_at,
        pictures={QR: qr_svg(paper.link)},
    )


def _data(paper: InvitingPaper) -> dict[str, object]:
    return {
        "author": printable(paper.municipality),
        "kicker": " · ".join(map(_line, (paper.network, paper.municipality))),
        "title": printable(paper.title) or printable(paper.municipality),
        "heading": _line(paper.title) or _line(paper.municipality),
        "text": [_line(one) for one in paper.text if one],
        "when": [_line(one) for one in paper.when if one],
        "points": [_line(one) for one in paper.points],
        "code": paper.code,
        "scan": _line(paper.scan),
        "typed": _line(paper.typed),
        "linked": paper.link if re.fullmatch(r"https?://[!-~]{1,2000}", paper.link) else "",
        "contact": [_line(one) for one in paper.contact if one],
        "fictional": paper.fictional,
    }


def _line(text: str) -> str:
    return breakable(printable(text))

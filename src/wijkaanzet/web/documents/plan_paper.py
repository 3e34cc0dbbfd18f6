"""The plan of a neighbourhood on paper: everything that stands in it, on as many pages as it needs."""

import re
from datetime import datetime
from functools import singledispatch

from django.utils.translation import gettext, override

from wijkaanzet.web.documents.plan_parts import Block, Heading, Photo, PlanPaper, Points, Quoted, Table, Text
from wijkaanzet.web.documents.printable import BOX, breakable, printable, runs_from_the_right
from wijkaanzet.web.documents.typesetting import typeset
from wijkaanzet.web.parts.addresses import stretches

UNNAMED = "–"  # a heading and the words of a picture are never empty
Json = dict[str, object]


def plan_pdf(paper: PlanPaper, *, language: str, made_at: datetime) -> bytes:
    """The plan as a PDF (PDF/UA-1). `language` is that of the words in it ("nl", "en")."""
    with override(language):
        words = {
            "summary": gettext("In short"),
            "whole": gettext("This plan stands on the site:"),
            "fictional": gettext("This plan is made up, to practise with."),
            "boxed": gettext("%(mark)s = a sign that cannot be printed. It is on the site.") % {"mark": BOX},
        }
    photos = {f"photo-{at}.jpg": block.content for at, block in enumerate(paper.blocks) if isinstance(block, Photo)}
    data = _data(paper)
    return typeset(
        "plan",
        {"language": language, "words": words, "boxed": BOX in str(data), **data},
        made_at=made_at,
        pictures=photos,
    )


def _data(paper: PlanPaper) -> Json:
    return {
        "author": printable(paper.municipality),
        "title": printable(paper.title) or UNNAMED,
        "kicker": _line(paper.municipality),
        "about": _lines(paper.about),
        "summary": _followed(paper.summary),
        "blocks": [{**_drawn(block), "name": f"photo-{at}.jpg"} for at, block in enumerate(paper.blocks)],
        "address": _line(paper.address),
        "linked": _linked(paper.address),
        "fictional": paper.fictional,
    }


@singledispatch
def _drawn(block: Block) -> Json:
    """A block as the template reads it."""
    raise TypeError(f"no such block: {block!r}")


@_drawn.register
def _heading(block: Heading) -> Json:
    return {"kind": "heading", "text": _line(block.text) or UNNAMED, "level": block.level}


@_drawn.register
def _text(block: Text) -> Json:
    return {"kind": "text", "lines": _followed(block.paragraphs), "soft": block.soft}


@_drawn.register
def _points(block: Points) -> Json:
    return {"kind": "points", "lines": _followed(block.items)}


@_drawn.register
def _quoted(block: Quoted) -> Json:
    from_right = runs_from_the_right(block.text)
    return {"kind": "quoted", "text": _line(block.text), "by": _line(block.by), "from_right": from_right}


@_drawn.register
def _table(block: Table) -> Json:
    return {
        "kind": "table",
        "caption": _line(block.caption) or UNNAMED,
        "head": [_line(cell) for cell in block.head],
        "rows": [[_line(cell) for cell in row] for row in block.rows],
        "amounts": sorted(block.amounts),
    }


@_drawn.register
def _photo(block: Photo) -> Json:
    return {"kind": "photo", "alt": printable(block.alt) or UNNAMED, "tall": block.height > block.width}


def _line(text: str) -> str:
    return breakable(printable(text))


def _followed(texts: tuple[str, ...]) -> list[list[Json]]:
    """Each line in stretches, with the address where one can be followed."""
    lines = (printable(line) for text in texts for line in text.splitlines())
    return [
        [{"text": breakable(it.text), "href": _linked(it.href)} for it in stretches(line)] for line in lines if line
    ]


def _linked(address: str) -> str:
    """The address when a reader of the format can follow it."""
    return address if re.fullmatch(r"https?://[!-~]{1,2000}", address) else ""


def _lines(texts: tuple[str, ...]) -> list[str]:
    lines = (line for text in texts for line in text.splitlines())
    return [line for line in map(_line, lines) if line]

"""The one way in which the product makes a PDF: a typst template of ours, and data that it reads as JSON.

Data is never put into the text of a template: what somebody typed stays text, whatever it looks like. Fonts are those
that typst carries, so that a paper looks the same on every machine; nothing is fetched.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import typst

TEMPLATES = Path(__file__).parent
FONTS = typst.Fonts(include_system_fonts=False)  # read once: finding them takes longer than a page


def typeset(template: str, data: Mapping[str, object], *, made_at: datetime) -> bytes:
    """The PDF (PDF/UA-1) that the template `<template>.typ` makes of `data`, stamped with the moment `made_at`.

    The same data and moment give the same bytes. Raises ValueError for a moment without a time zone, and
    typst.TypstError when the template cannot keep what it promises: a picture without words, a sign without a font.
    """
    if made_at.utcoffset() is None:
        raise ValueError("a PDF says when it was made: give a moment with a time zone")
    return typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=FONTS,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=int(made_at.timestamp()),
    )

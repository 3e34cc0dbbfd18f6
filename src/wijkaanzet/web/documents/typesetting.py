"""The one way in which the product makes a PDF: a typst template of ours, and data that it reads as JSON.

Data is never put into the text of a template: what somebody typed stays text, whatever it looks like. Fonts are those
that typst carries, so that a paper looks the same on every machine; nothing is fetched.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import typst

TEMPLATES = Path(__file__).parent
FONTS = typst.Fonts(include_system_fonts=False)  # read once: finding them takes longer than a page


def typeset(
    template: str, data: Mapping[str, object], *, made_at: datetime, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """The PDF (PDF/UA-1) that the template `<template>.typ` makes of `data`, stamped with the moment `made_at`.

    `pictures` are files that the template reads by these names, which are ours. The same data and moment give the same
    bytes. Raises ValueError for a moment without a time zone, and typst.TypstError when the template cannot keep what
    it promises: a picture without words, a sign without a font.
    """
    if made_at.utcoffset() is None:
        raise ValueError("a PDF says when it was made: give a moment with a time zone")
    with _beside_the_templates(pictures or {}) as root:
        return typst.compile(
            root / f"{template}.typ",
            root=root,
            font_paths=FONTS,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=int(made_at.timestamp()),
        )


@contextmanager
def _beside_the_templates(pictures: Mapping[str, bytes]) -> Iterator[Path]:
    """The folder with the templates; with pictures a copy of it in which they lie too, since typst reads no other."""
    if not pictures:
        yield TEMPLATES
        return
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for template in TEMPLATES.glob("*.typ"):
            (root / template.name).write_bytes(template.read_bytes())
        for name, content in pictures.items():
            (root / name).write_bytes(content)
        yield root

"""Whether a public page is plain Dutch: reading ease (Flesch-Douma), length of sentences, words to avoid."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pyphen

from tests.architecture.source import ROOT

SKIPPED = {"nav", "table", "dl", "svg", "script", "style", "form", "header", "footer", "figure", "template"}
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "blockquote", "summary", "div", "section", "article", "dd", "dt"}
HEADS = {"h1", "h2", "h3", "h4", "summary"}
VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SENTENCE = re.compile(r"(?<=[.!?:])\s+")


@cache
def limits() -> dict[str, Any]:
    return tomllib.loads((ROOT / "docs" / "plain-dutch.toml").read_text(encoding="utf-8"))


@cache
def hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=1, right=1)


def syllables(word: str) -> int:
    """How many syllables a Dutch word has: the places where it may be broken, plus one."""
    return len(hyphens().positions(word.lower())) + 1


@dataclass(frozen=True)
class Measured:
    """The figures of a text."""

    words: int
    sentences: int
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0

    @property
    def reading_ease(self) -> float:
        """Flesch's formula with Douma's weights for Dutch: 60 is plain, 100 is very easy."""
        if not self.words:
            return 100
        return 206.84 - 0.93 * self.words_a_sentence - 0.77 * (100 * self.syllables / self.words)


class _Main(HTMLParser):
    """The running text of <main>, or of everything when there is none; each block is its own piece."""

    def __init__(self, whole: bool) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.buffer: list[str] = []
        self.open: list[str] = []
        self.whole = whole

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS or tag == "br":
            self.flush()
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS:
            self.flush()
        while tag in self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = self.whole or "main" in self.open
        if inside and not (SKIPPED | HEADS) & set(self.open):
            self.buffer.append(data)

    def flush(self) -> None:
        if text := " ".join("".join(self.buffer).split()):
            self.pieces.append(text)
        self.buffer = []


def sentences(html: str) -> list[str]:
    """The sentences of the running text; headings, tables, menus and forms are left out."""
    reader = _Main(whole="<main" not in html)
    reader.feed(html)
    reader.close()
    reader.flush()
    return [part for piece in reader.pieces for part in SENTENCE.split(piece) if WORD.search(part)]


def measure(html: str) -> Measured:
    found = sentences(html)
    words = [word for sentence in found for word in WORD.findall(sentence)]
    return Measured(len(words), len(found), sum(map(syllables, words)))


def findings(html: str) -> list[str]:
    """What is not plain about a page, one sentence each; empty when it is fine."""
    found, figures, limit = sentences(html), measure(html), limits()
    lines = [
        f'"{word}": write "{limit["avoid"][word]}"'
        for sentence in found
        for word in map(str.lower, WORD.findall(sentence))
        if word in limit["avoid"]
    ]
    if figures.words < limit["least_words"]:
        return lines
    if figures.reading_ease < limit["least_reading_ease"]:
        lines.append(f"reading ease {figures.reading_ease:.0f}, at least {limit['least_reading_ease']}")
    if figures.words_a_sentence > limit["most_words_a_sentence"]:
        longest = max(found, key=len)
        lines.append(f"{figures.words_a_sentence:.1f} words a sentence on average; the longest is: {longest}")
    return lines

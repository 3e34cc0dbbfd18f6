"""Every word a visitor reads goes through translation, so that Dutch is complete and English exists.

Put the text in {% translate "…" %} or {% blocktranslate trimmed %}; a name that is the same in every language stands in
an element with translate="no", a text in its own language (the language switch) in an element with lang="…".
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from django.template.base import Lexer, TokenType

from tests.architecture.source import Finding, Source

looks_at = ("templates",)
READ_ALOUD = {"alt", "aria-label", "aria-description", "placeholder", "title"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
NAMES = re.compile(r"Wijk aan Zet")  # the product is called the same in every language
LETTERS = re.compile(r"[^\W\d_]{2,}")


def check(source: Source) -> Iterator[Finding]:
    reader = _Reader(source.path)
    reader.feed(_without_tags(source.text))
    reader.close()
    yield from reader.found


def _without_tags(text: str) -> str:
    """The template with every tag, variable, comment and translated block blanked; lines stay where they are."""
    out, until = [], ""
    for token in Lexer(text).tokenize():
        words = token.contents.split()
        if token.token_type == TokenType.TEXT:
            out.append("\n" * token.contents.count("\n") if until else token.contents)
            continue
        out.append("\n" * token.contents.count("\n"))
        if token.token_type == TokenType.BLOCK and words:
            if words[0] in {"blocktranslate", "blocktrans", "comment"}:
                until = f"end{words[0]}"
            elif words[0] == until:
                until = ""
    return "".join(out)


class _Reader(HTMLParser):
    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path
        self.found: list[Finding] = []
        self.silent: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        own = tag in {"script", "style"} or given.get("translate") == "no" or (tag != "html" and "lang" in given)
        for name in READ_ALOUD & given.keys():
            if LETTERS.search(given[name] or "") and not (own or self._is_silent):
                self._find(f'{name}="{given[name]}"')
        if tag not in VOID:
            self.silent.append((tag, own))

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self.silent) - 1, -1, -1):
            if self.silent[index][0] == tag:
                del self.silent[index:]
                return

    def handle_data(self, data: str) -> None:
        if LETTERS.search(NAMES.sub("", data)) and not self._is_silent:
            self._find(data.strip(), data[: len(data) - len(data.lstrip())].count("\n"))

    @property
    def _is_silent(self) -> bool:
        return any(silent for _, silent in self.silent)

    def _find(self, words: str, lines_down: int = 0) -> None:
        self.found.append(Finding(self.path, self.getpos()[0] + lines_down, f"not translated: {words[:60]}"))

"""What the documents point at exists, and a decision fits on a page."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
OURS = re.compile(r"(?:src|docs|tests|tools)/[\w./-]*")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ +(.+?)\s*$", re.MULTILINE)
MOST_WORDS = 400


def documents() -> list[Path]:
    """Every Markdown file that is or may become part of the repository."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", "*.md"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def decisions() -> list[Path]:
    """The pages of decisions, by number."""
    return sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))


def name(path: Path) -> str:
    """A file as a reader of the test sees it."""
    return str(path.relative_to(ROOT))


def anchor(heading: str) -> str:
    """What a heading is called in a link, as the usual forges make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    """The headings of a document, as links call them."""
    return set(map(anchor, HEADING.findall(FENCE.sub("", path.read_text(encoding="utf-8")))))


def dead_links(text: str, *, folder: Path, itself: Path) -> Iterator[str]:
    """Relative links whose file or heading is not there."""
    for target in LINK.findall(FENCE.sub("", text)):
        if "://" in target or target.startswith("mailto:"):
            continue
        path, _, heading = target.partition("#")
        file = folder / path if path else itself
        if not file.exists() or (heading and heading not in anchors(file)):
            yield target


def dead_paths(text: str) -> Iterator[str]:
    """Paths between backticks that start in one of our folders and are not there."""
    for code in CODE.findall(FENCE.sub("", text)):
        for word in code.split():
            if OURS.fullmatch(word) and not (ROOT / word).exists():
                yield word


@pytest.mark.parametrize("path", documents(), ids=name)
class TestDocument:
    def test_links_to_what_exists(self, path: Path) -> None:
        assert list(dead_links(path.read_text(encoding="utf-8"), folder=path.parent, itself=path)) == []

    def test_names_paths_that_exist(self, path: Path) -> None:
        assert list(dead_paths(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", decisions(), ids=name)
class TestDecision:
    def test_fits_on_a_page(self, path: Path) -> None:
        assert len(path.read_text(encoding="utf-8").split()) <= MOST_WORDS

    def test_has_the_parts_of_the_template(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert HEADING.findall(text)[1:] == ["Context", "Decision", "Consequences", "Alternatives"]
        assert "\n**Status:** " in text
        assert "\nWe will " in text

    def test_stands_in_the_list(self, path: Path) -> None:
        assert f"({path.name})" in (path.parent / "README.md").read_text(encoding="utf-8")


def test_there_are_documents_and_decisions() -> None:
    assert {"README.md", "docs/architecture.md"} <= set(map(name, documents()))
    assert decisions()


def test_a_dead_link_is_caught() -> None:
    text = "[a](README.md) [b](NOWHERE.md) [c](README.md#no-such-heading) [d](https://example.org/x)"
    assert list(dead_links(text, folder=ROOT, itself=ROOT / "README.md")) == ["NOWHERE.md", "README.md#no-such-heading"]


def test_a_dead_path_is_caught() -> None:
    text = "`src/wijkaanzet/kernel/money.py` `tests/nowhere.py` `./run test tests/nothing` `https://docs/x`"
    assert list(dead_paths(text)) == ["tests/nowhere.py", "tests/nothing"]

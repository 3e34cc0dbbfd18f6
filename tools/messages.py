"""Translations without gettext's programs: extract, update, check and compile the catalogues with Babel.

python tools/messages.py extract             print every message with its places
python tools/messages.py update [MORE.po …]  bring the Dutch catalogue up to date, taking translations from MORE.po
python tools/messages.py check               exit 1 and say what is missing, fuzzy, obsolete or does not fit
python tools/messages.py compile             write the .mo files that are older than their .po
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract as extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "wijkaanzet"
LOCALES = PACKAGE / "locale"
DUTCH = LOCALES / "nl" / "LC_MESSAGES" / "django.po"

Key = tuple[str | None, str | tuple[str, ...]]
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
HEADER = """\
# Dutch texts of Wijk aan Zet.
# SPDX-License-Identifier: EUPL-1.2
#"""


@dataclass(frozen=True)
class Found:
    """One message in the source: where, its context, and its text or texts (singular, plural)."""

    path: str
    line: int
    context: str | None
    text: str | tuple[str, ...]
    comments: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        return self.context, self.text


def extract(package: Path = PACKAGE) -> list[Found]:
    """Every message in the Python files and templates, in order of file and line."""
    found: list[Found] = []
    for path in sorted([*package.rglob("*.py"), *package.rglob("templates/**/*.*")]):
        if "migrations" not in path.parts and path.suffix in {".py", ".html", ".svg", ".txt"}:
            name = path.relative_to(package).as_posix()
            text = path.read_text(encoding="utf-8")
            found += messages_in(text if path.suffix == ".py" else as_python(text, name), name)
    return found


def as_python(template: str, name: str) -> str:
    """A template as lines of Python calls, line for line; indentation is dropped, so that any text is tokens."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure()
    return "\n".join(line.lstrip() for line in templatize(template, origin=name).split("\n"))


def messages_in(python: str, name: str) -> Iterator[Found]:
    """The messages of one file of Python."""
    source = BytesIO(python.encode())
    options = {"encoding": "utf-8"}
    calls = extract_python("python", source, KEYWORDS, ("Translators:",), options, strip_comment_tags=False)
    for line, text, comments, context in calls:
        yield Found(name, line, context, tuple(text) if isinstance(text, (list, tuple)) else text, tuple(comments))


def read(path: Path) -> Catalog:
    """A catalogue as it stands, with what is obsolete or fuzzy; empty when there is no file."""
    if not path.exists():
        return Catalog(locale="nl")
    with path.open("rb") as file:
        return read_po(file, locale="nl")


def update(catalogue: Catalog, found: Iterable[Found], more: Iterable[Catalog] = ()) -> Catalog:
    """A new catalogue with exactly the messages found; a translation is taken from the first catalogue that has it."""
    result = Catalog(locale="nl", fuzzy=False, header_comment=HEADER, project="Wijk aan Zet", charset="utf-8")
    known = [index(old) for old in (catalogue, *more)]
    for message in sorted(found, key=lambda message: (message.path, message.line)):
        old = next((texts[message.key] for texts in known if is_filled(texts.get(message.key))), None)
        place = [(f"src/wijkaanzet/{message.path}", 0)]
        text = old.string if old else ""
        result.add(message.text, text, place, auto_comments=message.comments, context=message.context)
    return result


def index(catalogue: Catalog) -> dict[Key, Message]:
    """The messages of a catalogue by context and text; the head is none."""
    return {(message.context, _text(message)): message for message in catalogue if message.id}


def is_filled(message: Message | None) -> bool:
    """Whether a message has a Dutch text, in every plural form, that somebody stands for."""
    if message is None or message.fuzzy:
        return False
    if isinstance(message.id, str):
        return bool(message.string)
    forms = _texts(message.string)
    return len(forms) == 2 and all(forms)


def problems(catalogue: Catalog, found: Iterable[Found]) -> list[str]:
    """One line for each message that is missing, fuzzy, obsolete, incomplete or has other placeholders."""
    known, used = index(catalogue), {message.key: message for message in found}
    lines = [
        f"{message.path}:{message.line}: no Dutch text for {_first(message.text)!r}"
        for key, message in used.items()
        if key not in known or not is_filled(known[key])
    ]
    lines += [f"django.po: {_first(key[1])!r} is used nowhere any more" for key in known.keys() - used.keys()]
    lines += [f"django.po: {_first(text)!r} is kept as obsolete" for text in catalogue.obsolete]
    for key, message in known.items():
        for original, translated in _pairs(message):
            if translated and placeholders(original) != placeholders(translated):
                lines.append(f"django.po: {_first(key[1])!r} has other placeholders: {translated!r}")
    return sorted(lines)


def placeholders(text: str) -> list[str]:
    """What is filled in later; a percentage sign that is meant as one is doubled and does not count."""
    return sorted(PLACEHOLDER.findall(text.replace("%%", "")))


def write(catalogue: Catalog, path: Path = DUTCH) -> None:
    """The catalogue as a file, without line numbers and dates: those would change with every commit."""
    out = BytesIO()
    write_po(out, catalogue, width=100, include_lineno=False, ignore_obsolete=True)
    text = re.sub(r'^"(POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team).*\n', "",
                  out.getvalue().decode(), flags=re.MULTILINE)  # fmt: skip
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def compile_stale(locales: Path = LOCALES) -> list[Path]:
    """Write each .mo that is missing or older than its .po, in one step, and say which were written."""
    written = []
    for source in sorted(locales.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3])
        unfinished = target.with_suffix(f".mo.{os.getpid()}")
        with unfinished.open("wb") as file:
            write_mo(file, catalogue)
        unfinished.replace(target)
        written.append(target)
    return written


def _pairs(message: Message) -> Iterator[tuple[str, str]]:
    """Each original with its translation; a plural form may leave a number out, so it is held against the plural."""
    originals, translated = _texts(message.id), _texts(message.string)
    if len(originals) == 1:
        yield originals[0], translated[0]
    else:
        yield originals[-1], translated[-1]


def _text(message: Message) -> str | tuple[str, ...]:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def _texts(text: str | Iterable[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [])


def _first(text: str | tuple[str, ...]) -> str:
    return _texts(text)[0]


def main(arguments: list[str]) -> int:
    """Do what the command line asks."""
    match arguments:
        case ["extract"]:
            for message in extract():
                print(f"{message.path}:{message.line}: {message.text!r}")
        case ["update", *more]:
            found = extract()
            catalogue = update(read(DUTCH), found, [read(Path(name)) for name in more])
            write(catalogue)
            print(*problems(catalogue, found), sep="\n")
        case ["check"]:
            lines = problems(read(DUTCH), extract())
            print(*lines, sep="\n")
            return 1 if lines else 0
        case ["compile"]:
            print(*(path.relative_to(ROOT) for path in compile_stale()), sep="\n")
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

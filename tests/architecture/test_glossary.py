"""One word for one thing: docs/glossary.toml is data, and the code is held to it."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from tests.architecture.names import last
from tests.architecture.source import ROOT, Finding, Source, product, verdict

RULE = """One word for one thing, in English in the code and in Dutch on the screen: docs/glossary.toml.

Add a term with nl, definition, source and code = ["<app>.<Class>"], or list a technical class under [internal] with
the reason. Begin the docstring of the class with the Dutch word and a full stop: Besluit. What a body decided …
"""
GLOSSARY = ROOT / "docs" / "glossary.toml"
LISTED = {
    "Model", "PeriodModel", "AbstractBaseUser", "AbstractUser", "StrEnum", "IntEnum", "Enum", "TextChoices",
    "IntegerChoices",
}  # fmt: skip
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
Glossary = dict[str, dict[str, Any]]


def glossary() -> Glossary:
    return tomllib.loads(GLOSSARY.read_text(encoding="utf-8"))


def misfits(words: Glossary, sources: list[Source]) -> Iterator[Finding]:
    """Terms that are not whole, classes that are no term, and terms that are no class."""
    yield from _incomplete(words["domain"])
    found = sorted(((s, node) for s in sources for node in _classes(s)), key=lambda pair: _is_listed(pair[1]))
    classes = {f"{source.app}.{node.name}": (source, node) for source, node in found}  # a table wins from its helper
    terms = {code: term for term in words["domain"].values() for code in term.get("code", ())}
    for code, (source, node) in classes.items():
        here = (source.path, node.lineno)
        begin = (ast.get_docstring(node) or "").partition(".")[0]
        if code in terms and begin.casefold() != terms[code]["nl"].casefold():
            yield Finding(*here, f'{code}: begin the docstring with "{terms[code]["nl"].capitalize()}."', code)
        elif _is_listed(node) and code not in terms and code not in words["internal"]:
            yield Finding(*here, f"{code} is not in the glossary", code)
    for code in (terms.keys() | words["internal"].keys()) - classes.keys():
        yield Finding("docs/glossary.toml", 1, f"{code} does not exist (any more)", code)
    for code in terms.keys() & words["internal"].keys():
        yield Finding("docs/glossary.toml", 1, f"{code} is both a term and internal", code)


def _incomplete(domain: dict[str, Any]) -> Iterator[Finding]:
    for key, term in domain.items():
        if not all(term.get(name) for name in ("nl", "definition", "source")):
            yield Finding("docs/glossary.toml", 1, f"{key}: a term has nl, definition and source", key)
        if unknown := term.keys() - {"nl", "code", "definition", "source", "avoid"}:
            yield Finding("docs/glossary.toml", 1, f"{key}: unknown {sorted(unknown)}", key)


def _classes(source: Source) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(source.tree) if source.app and isinstance(node, ast.ClassDef))


def _is_listed(node: ast.ClassDef) -> bool:
    return any(last(base) in LISTED for base in node.bases)


def avoided(words: Glossary, sources: Iterable[Source]) -> Iterator[Finding]:
    """Names that we gave and that use a word the glossary avoids."""
    instead = {word: key for key, term in words["domain"].items() for word in term.get("avoid", ())}
    for source in sources:
        for name, line in _given(source.tree):
            for word in {part.lower() for part in WORD.findall(name)} & instead.keys():
                yield Finding(source.path, line, f'{name}: the word for "{word}" is {instead[word]}', name)


def _given(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.arg):
            yield node.arg, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr, node.lineno


def test_house_keeps_its_words():
    words = glossary()
    verdict("glossary", RULE, [*misfits(words, product()), *avoided(words, product())])


PLANTED: Glossary = {
    "domain": {
        "area": {"nl": "gebied", "definition": "d", "source": "s", "code": ["areas.Area"], "avoid": ["borough"]},
    },
    "internal": {"areas.Row": "technical"},
}
CLEAN = '''
class Area(models.Model):
    """Gebied. What a municipality steers on."""


class Row(Model):
    neighbourhood = 1


class Helper:
    pass
'''


def planted(text: str) -> list[Source]:
    return [Source("src/wijkaanzet/areas/models.py", text)]


def test_clean_words_pass():
    assert not list(misfits(PLANTED, planted(CLEAN)))
    assert not list(avoided(PLANTED, planted(CLEAN)))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (CLEAN.replace("Gebied.", "Wijk."), 'begin the docstring with "Gebied."'),
        (CLEAN + "class Kind(StrEnum):\n    pass\n", "areas.Kind is not in the glossary"),
        (CLEAN.replace("class Row", "class Other"), "areas.Row does not exist"),
    ],
)
def test_planted_class_is_caught(text, says):
    assert any(says in finding.what for finding in misfits(PLANTED, planted(text)))


def test_planted_half_term_is_caught():
    half: Glossary = {"domain": {"area": {"nl": "gebied", "definition": "", "source": "s"}}, "internal": {}}
    assert [finding.what for finding in misfits(half, [])] == ["area: a term has nl, definition and source"]


@pytest.mark.parametrize(
    "line", ["borough = 1", "def of_borough(): pass", "class BoroughList: pass", "f = lambda boroughs, borough: 1"]
)
def test_planted_word_is_caught(line):
    (finding,) = avoided(PLANTED, planted(line))
    assert 'the word for "borough" is area' in finding.what

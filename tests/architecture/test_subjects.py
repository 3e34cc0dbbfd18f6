"""Every kind of subject that a row can hold has an owner who can name it, and a link."""

import ast
from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from tests.architecture.names import last, text
from tests.architecture.source import Finding, Source, product, verdict
from wijkaanzet.kernel import moves, subjects

RULE = """A row may point at a kind of subject only when somebody owns that kind.

Call `kernel.subjects.register("<app>.<noun>", label=…, visible=…)` in AppConfig.ready of the owner, and say in
web/links.py where such a subject can be seen (None when it has no page of its own).
"""


def stored(sources: Iterable[Source]) -> Iterator[tuple[str, Source, int]]:
    """Each kind that the code makes a subject of, where it can be read: a text, or a constant of the module."""
    for source in sources:
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and last(node.func) == "Subject" and node.args:
                kind = text(node.args[0]) or getattr(_module(source), last(node.args[0]), None)
                if isinstance(kind, str):
                    yield kind, source, node.lineno


def _module(source: Source) -> ModuleType | None:
    if not source.inside:
        return None
    return import_module(".".join(["wijkaanzet", *source.inside]).removesuffix(".py").removesuffix(".__init__"))


def unowned(sources: Iterable[Source], processes: Iterable[str], owned: Iterable[str]) -> Iterator[Finding]:
    """Kinds that are stored or move, but that nobody registered."""
    known = set(owned)
    for kind, source, line in stored(sources):
        if kind not in known:
            yield Finding(source.path, line, f"nobody registered the kind {kind}", kind)
    for kind in set(processes) - known:
        yield Finding("kernel.moves", 0, f"process {kind} moves, but nobody registered it as a subject", kind)


def unlinked(owned: Iterable[str], linked: Iterable[str]) -> Iterator[Finding]:
    """Kinds without a link, and links of kinds that are gone."""
    for kind in set(owned) ^ set(linked):
        yield Finding("src/wijkaanzet/web/links.py", 1, f"{kind} stands in one of kernel.subjects and web.links", kind)


def links() -> set[str]:
    """The kinds that web/links.py knows, as the keys of its map LINKS."""
    if find_spec("wijkaanzet.web.links") is None:
        return set()
    return set(import_module("wijkaanzet.web.links").LINKS)


def test_house_keeps():
    owned = subjects.kinds()
    found = [*unowned(product(), moves.PROCESSES, owned), *unlinked(owned, links())]
    verdict("subjects", RULE, found)


def test_planted_kind_without_owner_is_caught():
    planted = [Source("a.py", 'Subject("parks.bench", 1)\nSubject("areas.area", 1)\n')]
    assert [finding.what for finding in unowned(planted, ["parks.walk"], {"areas.area"})] == [
        "nobody registered the kind parks.bench",
        "process parks.walk moves, but nobody registered it as a subject",
    ]


def test_planted_constant_is_read():
    source = Source("src/wijkaanzet/decisions/operations/deciding.py", "audit(Subject(PROCESS, 1))")
    assert [kind for kind, *_ in stored([source])] == ["decisions.decision"]


def test_planted_kind_without_link_is_caught():
    assert {finding.name for finding in unlinked({"a", "b"}, {"b", "c"})} == {"a", "c"}


def test_clean_kinds_pass():
    planted = [Source("a.py", 'Subject("areas.area", 1)')]
    assert not [*unowned(planted, ["areas.area"], {"areas.area"}), *unlinked({"areas.area"}, {"areas.area"})]

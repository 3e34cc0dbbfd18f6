"""Every gate that reads files: the product keeps it, and it catches what was planted, no more and no less."""

from types import ModuleType

import pytest

from tests.architecture import source
from tests.architecture.gates import (
    acts,
    asserts,
    browser_reads,
    clock,
    messages,
    migration_imports,
    money,
    no_signals,
    operations,
    order,
    ranking,
    sizes,
    traces,
    web_writes,
    words_in_templates,
)

GATES = [
    acts,
    asserts,
    browser_reads,
    clock,
    messages,
    migration_imports,
    money,
    no_signals,
    operations,
    order,
    ranking,
    sizes,
    traces,
    web_writes,
    words_in_templates,
]


def name(gate: ModuleType) -> str:
    return gate.__name__.rsplit(".", 1)[-1]


def rule(gate: ModuleType) -> str:
    assert gate.__doc__
    return gate.__doc__


@pytest.mark.parametrize("gate", GATES, ids=name)
def test_house_keeps(gate):
    sources = [file for where in gate.looks_at for file in getattr(source, where)()]
    source.verdict(name(gate), rule(gate), [finding for file in sources for finding in gate.check(file)])


@pytest.mark.parametrize("gate", GATES, ids=name)
def test_planted_is_caught(gate):
    files = source.planted(name(gate))
    caught = {(finding.path, finding.line) for file in files for finding in gate.check(file)}
    assert source.marked(files), "nothing is planted for this gate"
    assert caught == source.marked(files)


class TestVerdict:
    def test_passes_when_nothing_is_found(self):
        source.verdict("sizes", "rule", [], {})

    def test_fails_with_the_rule_and_the_place(self):
        with pytest.raises(AssertionError, match=r"(?s)the rule.*a\.py:3: too long"):
            source.verdict("sizes", "the rule", [source.Finding("a.py", 3, "too long")], {})

    def test_accepts_an_exception_with_a_reason(self):
        finding = source.Finding("a.py", 3, "too long", "f")
        source.verdict("sizes", "rule", [finding], {"a.py::f": "one long table of the law"})

    def test_fails_on_an_exception_that_nothing_needs(self):
        with pytest.raises(AssertionError, match="no longer needed"):
            source.verdict("sizes", "rule", [], {"a.py": "one long table of the law"})

    def test_fails_on_an_exception_without_a_reason(self):
        with pytest.raises(AssertionError, match="needs a reason"):
            source.verdict("sizes", "rule", [source.Finding("a.py", 3, "too long")], {"a.py": ""})

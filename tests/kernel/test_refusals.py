"""What the product refuses is a key with parameters; every context has a sentence for each key that it raises."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import wijkaanzet
from wijkaanzet.kernel.refusals import Refused

PACKAGE = Path(wijkaanzet.__file__).parent
CONTEXTS = ("areas", "people", "decisions", "cycle")


def raised(folder: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Each refusal that the code of a context raises: its key and the names of its parameters."""
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refused":
                key = node.args[0]
                assert isinstance(key, ast.Constant), f"{path}:{node.lineno}: write the key where it is raised"
                yield str(key.value), frozenset(one.arg or "" for one in node.keywords)


def test_a_refusal_carries_its_key_and_parameters():
    refused = Refused("too_late", day="2018-01-01")
    assert (refused.key, refused.parameters) == ("too_late", {"day": "2018-01-01"})
    assert str(refused) == "too_late {'day': '2018-01-01'}"
    assert str(Refused("too_late")) == "too_late"


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_refusal_has_a_sentence_that_its_parameters_fill(context: str):
    sentences = import_module(f"wijkaanzet.{context}.labels").REFUSALS
    found = list(raised(PACKAGE / context))
    assert found
    for key, parameters in found:
        assert str(sentences[key]) % dict.fromkeys(parameters, "x"), key


@pytest.mark.parametrize("context", CONTEXTS)
def test_no_sentence_is_left_over(context: str):
    sentences = import_module(f"wijkaanzet.{context}.labels").REFUSALS
    assert set(sentences) == {key for key, _ in raised(PACKAGE / context)}

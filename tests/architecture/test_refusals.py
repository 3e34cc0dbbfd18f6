"""Every refusal that the product can raise has a sentence, in the labels of its context or of one below."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec

from tests.architecture import floors, source
from tests.architecture.names import last, text
from tests.architecture.source import Finding, verdict
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.web.refusals import _labels

RULE = """Who is refused gets a sentence: the key of every Refused(…) stands in some <context>/labels.py, in REFUSALS.

Write the key where it is raised, as a text; a helper that makes the refusal takes it as an argument named `key`. The
sentence uses no other parameters than those that are given with it; an amount `…_cents` is shown without that ending.
"""
Words = Mapping[str, Mapping[str, object]]


def refusals_of(files: Iterable[source.Source]) -> set[str]:
    """Refused and everything that is made from it, by the name of the class."""
    bases = {
        node.name: set(map(last, node.bases))
        for file in files
        for node in ast.walk(file.tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {Refused.__name__}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


def wordless(files: list[source.Source], words: Words) -> Iterator[Finding]:
    """Refusals without a sentence, or with one that asks for a parameter that is not given."""
    own = own_keys(files, refusals_of(files))
    makers = refusals_of(files) - {name for name, _ in own}
    for file in files:
        helpers = {name for function in file.functions() for name in _helper(function, makers)}
        sentences = _known_to(file.app, words)
        for node in ast.walk(file.tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            complete = last(node.func) in makers or any(node is call for _, call in own)
            if complete or last(node.func) in helpers:
                for what in _problems(node, sentences, complete=complete):
                    yield Finding(file.path, node.lineno, what)


def own_keys(files: Iterable[source.Source], makers: set[str]) -> list[tuple[str, ast.Call]]:
    """Refusals that always have the same key, with the call of super().__init__("…") that gives it."""
    return [
        (kind.name, node)
        for file in files
        for kind in ast.walk(file.tree)
        if isinstance(kind, ast.ClassDef) and kind.name in makers
        for node in ast.walk(kind)
        if isinstance(node, ast.Call) and last(node.func) == "__init__" and node.args and text(node.args[0])
    ]


def _helper(function: ast.FunctionDef | ast.AsyncFunctionDef, makers: set[str]) -> Iterator[str]:
    """The name of a function that makes a refusal of the key that it is given."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and node.args and last(node.func) in makers and last(node.args[0]) == "key":
            yield function.name


def _problems(call: ast.Call, sentences: Mapping[str, str], *, complete: bool) -> Iterator[str]:
    if last(call.args[0]) == "key":
        return  # the helper itself
    choices = [call.args[0].body, call.args[0].orelse] if isinstance(call.args[0], ast.IfExp) else [call.args[0]]
    given = {word.arg.removesuffix("_cents") for word in call.keywords if word.arg}
    for choice in choices:
        key = text(choice)
        if key is None:
            yield "write the key where it is raised"
        elif key not in sentences:
            yield f'"{key}" has no sentence in the labels'
        elif complete and (asked := set(re.findall(r"%\((\w+)\)", sentences[key])) - given):
            yield f'the sentence of "{key}" asks for {", ".join(sorted(asked))}'


def _known_to(app: str, words: Words) -> dict[str, str]:
    """The sentences of a context and of those below it; its own come first."""
    below = sorted((one for one in words if floors.may_use(app, one)), key=lambda one: floors.heights()[one])
    return {key: str(sentence) for one in below for key, sentence in words[one].items()}


def house_words() -> Words:
    """REFUSALS of every context that has labels."""
    names = {app: f"wijkaanzet.{app}.labels" for app in floors.heights() if find_spec(f"wijkaanzet.{app}")}
    return {
        app: getattr(import_module(name), "REFUSALS", {}) for app, name in names.items() if find_spec(name) is not None
    }


def test_house_keeps():
    files = [file for file in source.product() if file.app in floors.heights()]
    assert {"Refused", "BadInput"} <= refusals_of(files)
    verdict("refusals", RULE, wordless(files, house_words()))


PLANTED = """
class BadFile(Refused):
    def __init__(self, key, **parameters):
        super().__init__(key, **parameters)

class NoRoom(Refused):
    def __init__(self, grant):
        super().__init__("no_room", left=grant.left)  # caught

class NoMoney(Refused):
    def __init__(self, grant):
        super().__init__("no_money", left=grant.left)

def pay(grant, key, reason):
    raise NoRoom(grant)
    raise NoMoney(grant)
    raise Refused("no_money", left_cents=3)
    raise Refused("no_monney")  # caught
    raise Refused("no_money")  # caught
    raise Refused("of_below")
    raise Refused("of_above")  # caught
    raise Refused(reason)  # caught
    raise Refused("no_money" if grant else "too_late", left=1)  # caught
    raise BadFile("too_long")  # caught
    raise bad("too_long", "line 3")  # caught
    raise bad("no_money", "line 3")

def bad(key, where):
    return BadFile(key, left=where)
"""


def test_planted_refusals_without_words_are_caught():
    file = source.Source("src/wijkaanzet/budget/rules.py", PLANTED)
    words = {
        "budget": {"no_money": "%(left)s left"},
        "areas": {"of_below": "from below"},
        "cycle": {"of_above": "from above"},
    }
    assert {(found.path, found.line) for found in wordless([file], words)} == source.marked([file])


def test_contexts_that_refuse_by_the_same_key_ask_for_the_same_parameters() -> None:
    """A page shows one sentence for each key, whichever context refused."""
    asked: dict[str, set[frozenset[str]]] = {}
    for labels in _labels():
        for key, words in getattr(labels, "REFUSALS", {}).items():
            asked.setdefault(key, set()).add(frozenset(re.findall(r"%\((\w+)\)s", str(words))))
    assert [key for key, parameters in sorted(asked.items()) if len(parameters) > 1] == []

"""State is an enum with a transition table, and every state that is not the end says whose move it is."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from importlib import import_module
from itertools import product
from pkgutil import walk_packages
from types import ModuleType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from django.db import models
from django.test.utils import isolate_apps

from tests.architecture import tables
from tests.architecture.source import Finding, verdict
from wijkaanzet.kernel import moves
from wijkaanzet.people import rules as people

RULE = """A field named `status` or `state` holds a StrEnum of the context's rules, with its transition table.

In <context>/rules: `class Status(StrEnum)`, `NEXT: dict[Status, set[Status]]` with every member as a key, and
`def move(status, facts) -> Move | None` that answers for every state which is not final or settled (it may still change
but nobody has to do anything; name it in Process(settled=…)). Register it in AppConfig.ready
with `kernel.moves.register(Process(…))`, so that "your move" can be shown and verify_moves can recompute it.
"""


def rule_modules(app: str) -> list[ModuleType]:
    """The rules of a context: one module, or a package with all that is in it."""
    try:
        root = import_module(f"wijkaanzet.{app}.rules")
    except ModuleNotFoundError:
        return []
    inside = walk_packages(getattr(root, "__path__", []), f"{root.__name__}.")
    return [root, *(import_module(module.name) for module in inside)]


def state_enum(values: set[str], modules: Iterable[ModuleType]) -> tuple[type[StrEnum], ModuleType] | None:
    """The enum whose members are exactly these values, with the module it is defined in."""
    for module in modules:
        for _, enum in inspect.getmembers(module, inspect.isclass):
            if issubclass(enum, StrEnum) and enum.__module__ == module.__name__ and set(enum) == values and values:
                return enum, module
    return None


def table(enum: type[StrEnum], module: ModuleType) -> dict[Any, set[Any]]:
    """What NEXT and its like in one module say about the members of one enum."""
    found: dict[Any, set[Any]] = {}
    for name, value in vars(module).items():
        if name.startswith("NEXT") and isinstance(value, Mapping):
            found |= {key: set(states) for key, states in value.items() if isinstance(key, enum)}
    return found


def shapeless(
    found: Iterable[tables.Table], modules: Mapping[str, list[ModuleType]], processes: Mapping[str, moves.Process]
) -> Iterator[Finding]:
    for model in found:
        for field in model._meta.local_fields:
            if field.name not in {"status", "state"}:
                continue
            values = {str(value) for value, _ in field.flatchoices}
            defined = state_enum(values, modules[model._meta.app_label])
            if defined is None:
                yield tables.finding(model, "no StrEnum of the context's rules has exactly these choices", field.name)
                continue
            for problem in _problems(*defined, processes.values()):
                yield tables.finding(model, problem, field.name)


def _problems(enum: type[StrEnum], module: ModuleType, processes: Iterable[moves.Process]) -> Iterator[str]:
    following = table(enum, module)
    for member in enum:
        if member not in following:
            yield f"{enum.__name__}.{member.name} is no key of NEXT in {module.__name__}"
        elif strange := {state for state in following[member] if not isinstance(state, enum)}:
            yield f"{enum.__name__}.{member.name} leads to {strange}, which is another enum"
    owner = next((process for process in processes if process.states is enum), None)
    if owner is None:
        yield f"{enum.__name__} belongs to no registered process"
        return
    yield from _moves(owner, following)


def _moves(process: moves.Process, following: Mapping[Any, set[Any]]) -> Iterator[str]:
    ends = {member for member, states in following.items() if not states}
    if ends != set(process.final):
        yield f"{process.kind}: final says {sorted(process.final)}, NEXT says {sorted(ends)}"
    if stuck := ends & process.settled:
        yield f"{process.kind}: {', '.join(sorted(stuck))} is settled but leads nowhere, so it is final"
    for member in process.states:
        answers = [_answer(process, member, facts) for facts in samples(process.move)]
        if member in process.final | process.settled:
            if any(answer is not None for answer in answers):
                yield f"{process.kind}: {member} is final or settled but still asks for a move"
        elif not any(isinstance(answer, moves.Move) for answer in answers):
            yield f"{process.kind}: {member} names no move ({answers[0]})"


def _answer(process: moves.Process, member: StrEnum, facts: object) -> moves.Move | str | None:
    try:
        move = process.move(member, facts)
        if move is not None:
            moves.check(move, paid=frozenset(str(role) for role in people.PAID))
    except Exception as problem:  # whatever goes wrong is the finding
        return repr(problem)
    return move


SAMPLES: dict[Any, tuple[Any, ...]] = {
    int: (1, 0), str: ("x", "policy_officer", "adviser"), bool: (True, False), date: (date(2018, 1, 2),),
    NoneType: (None,),
}  # fmt: skip


def samples(move: Any) -> list[Any]:
    """Facts made up from their types, so that a rule can be asked without a database."""
    kind: Any = list(get_type_hints(move).values())[1]
    make: Callable[..., object] = kind
    if not is_dataclass(kind):
        return list(_values(kind))
    hints = get_type_hints(kind)
    columns = [_values(hints[field.name]) for field in fields(kind)]
    widest = max((len(column) for column in columns), default=1)
    if sum(len(column) > 1 for column in columns) <= 4:
        rows: Iterable[tuple[Any, ...]] = product(*columns)
    else:
        rows = [tuple(column[turn % len(column)] for column in columns) for turn in range(2 * widest)]
    return [make(**dict(zip(hints, row, strict=False))) for row in rows]


def _values(hint: Any) -> tuple[Any, ...]:
    if hint in SAMPLES:
        return SAMPLES[hint]
    if get_origin(hint) in {UnionType, Union}:
        return tuple(value for part in get_args(hint) for value in _values(part))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return tuple(hint)
    if is_dataclass(hint):
        return tuple(samples_of(hint))
    return ((get_origin(hint) or hint)(),)


def samples_of(kind: Any) -> Iterator[Any]:
    hints = get_type_hints(kind)
    yield kind(**{field.name: _values(hints[field.name])[0] for field in fields(kind)})


def test_house_keeps():
    found = tables.ours()
    modules = {model._meta.app_label: rule_modules(model._meta.app_label) for model in found}
    verdict("states", RULE, shapeless(found, modules, moves.PROCESSES))


class Status(StrEnum):
    ASKED = "asked"
    GIVEN = "given"


def planted_model(values: type[StrEnum]) -> tables.Table:
    class Advice(models.Model):
        status = models.CharField(max_length=9, choices=[(value.value, value.value) for value in values])

        class Meta:
            app_label = "budget"

    return Advice


def planted_rules(**names: object) -> ModuleType:
    module = ModuleType(__name__)
    vars(module).update(Status=Status, **names)
    return module


def answer(state: Status, facts: None) -> moves.Move | None:
    if state is Status.GIVEN:
        return None
    return moves.Move("budget.advice", state, "policy_officer", ("body", 1), "advise", date(2018, 1, 2))


def silent(state: Status, facts: None) -> moves.Move | None:
    return None


def late_for_invited(state: Status, facts: None) -> moves.Move | None:
    return moves.Move("budget.advice", state, "resident", ("area", 1), "advise", date(2018, 1, 2))


def process(
    move: Any, final: frozenset[StrEnum] = frozenset({Status.GIVEN}), settled: frozenset[StrEnum] = frozenset()
) -> dict[str, moves.Process]:
    return {"a": moves.Process("budget.advice", Status, final, WHOLE, move, standings=list, settled=settled)}


WHOLE: dict[Any, set[Any]] = {Status.ASKED: {Status.GIVEN}, Status.GIVEN: set()}
HALF: dict[Any, set[Any]] = {Status.ASKED: {Status.GIVEN}}


@pytest.mark.parametrize(
    ("names", "processes", "says"),
    [
        ({}, process(answer), "is no key of NEXT"),
        ({"NEXT": HALF}, process(answer), "GIVEN is no key of NEXT"),
        ({"NEXT": {**WHOLE, Status.ASKED: {"gone"}}}, process(answer), "another enum"),
        ({"NEXT": WHOLE}, {}, "no registered process"),
        ({"NEXT": WHOLE}, process(silent), "names no move"),
        ({"NEXT": WHOLE}, process(late_for_invited), "invited: no term"),
        ({"NEXT": WHOLE}, process(answer, frozenset()), "final says"),
        ({"NEXT": WHOLE}, process(answer, settled=frozenset({Status.ASKED})), "still asks for a move"),
        ({"NEXT": WHOLE}, process(silent, settled=frozenset(Status)), "leads nowhere"),
    ],
)
@isolate_apps()
def test_planted_state_is_caught(names, processes, says):
    found = [
        finding.what for finding in shapeless([planted_model(Status)], {"budget": [planted_rules(**names)]}, processes)
    ]
    assert any(says in what for what in found), found


@isolate_apps()
def test_planted_state_of_another_type_is_caught():
    class Loose(models.Model):
        state = models.CharField(max_length=9)

        class Meta:
            app_label = "budget"

    (found,) = shapeless([Loose], {"budget": [planted_rules(NEXT=WHOLE)]}, process(answer))
    assert "no StrEnum" in found.what


@isolate_apps()
def test_clean_state_passes():
    rules = {"budget": [planted_rules(NEXT=WHOLE)]}
    assert not list(shapeless([planted_model(Status)], rules, process(answer)))


@isolate_apps()
def test_clean_settled_state_passes():
    """It leads somewhere and waits for nobody."""
    rules = {"budget": [planted_rules(NEXT=WHOLE)]}
    quiet = process(silent, settled=frozenset({Status.ASKED}))
    assert not list(shapeless([planted_model(Status)], rules, quiet))

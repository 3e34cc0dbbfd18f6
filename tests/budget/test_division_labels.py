"""Every refusal, remark, proof and line of the division has words."""

import ast
from pathlib import Path

import pytest
from django.utils import translation

from wijkaanzet.budget import labels, rules
from wijkaanzet.budget.rules.division import CheckKey, CityKind, Flag, FlagKey, LineKind
from wijkaanzet.scans import labels as scans_labels
from wijkaanzet.scans import rules as scans_rules
from wijkaanzet.scans.rules.bad_input import BadInput

FOLDERS = [Path(str(package.__file__)).parent for package in (rules, scans_rules)]


def refused_keys() -> set[str]:
    """The keys in `BadInput("…")` and `.bad("…")`, also when chosen by a condition."""
    found: set[str] = set()
    for path in (path for folder in FOLDERS for path in folder.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and call.args and _name(call.func) in {"BadInput", "bad", "_bad"}:
                found |= _texts(call.args[0])
    return found


def _texts(node: ast.expr) -> set[str]:
    parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
    return {part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_every_refusal_of_the_division_has_a_sentence() -> None:
    keys = refused_keys()
    assert len(keys) > 40
    assert keys <= {*scans_labels.REFUSALS, *labels.REFUSALS}


def test_no_sentence_is_left_without_its_refusal() -> None:
    assert {*labels.BAD_MODEL, *labels.BAD_FIGURES, *scans_labels.BAD_FILE} <= refused_keys()


def test_every_member_that_is_shown_has_a_name() -> None:
    assert set(labels.FLAGS) == set(FlagKey)
    assert set(labels.CHECKS) == set(CheckKey)
    assert set(labels.LINE_KINDS) == set(LineKind)
    assert set(labels.CITY_KINDS) == set(CityKind)


def test_amounts_are_said_in_euros() -> None:
    refused = BadInput("floors_above_pot", earmark="jeugd", shortfall_cents=123_456)
    with translation.override("en"):
        said = labels.sentence(refused)
    assert said == 'The floors of "jeugd" together are € 1.234,56 above the money for the areas.'


@pytest.mark.parametrize("key", list(FlagKey))
def test_every_remark_can_be_said(key: FlagKey) -> None:
    flag = Flag(key, {"area": "WK999901", "earmark": "jeugd", "criterion": "kinderen", "unit_cents": 100})
    assert "WK999901" in labels.flag_sentence(flag)

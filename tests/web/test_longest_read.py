"""What is too long to be looked through for names of people can be kept nowhere."""

from importlib import import_module
from pkgutil import walk_packages

import wijkaanzet
from wijkaanzet.web.networks.looking import LONGEST_READ

SOURCES = ("wijkaanzet.networks", "wijkaanzet.plans", "wijkaanzet.decisions", "wijkaanzet.web")


def limits() -> dict[str, int]:
    """How long each kind of text may be, in characters, by the name that holds it."""
    names = [one.name for one in walk_packages(wijkaanzet.__path__, "wijkaanzet.") if one.name.startswith(SOURCES)]
    modules = [import_module(name) for name in names if ".rules" in name or ".web." in name]
    return {
        f"{module.__name__}.{name}": limit
        for module in modules
        for name, limit in vars(module).items()
        if name.startswith("LONGEST_") and isinstance(limit, int)
    }


def test_no_text_of_a_network_a_plan_or_a_decision_may_be_longer_than_what_is_looked_through():
    found = limits()
    assert "wijkaanzet.web.decisions.record.LONGEST_REASONS" in found
    assert {name: limit for name, limit in found.items() if limit > LONGEST_READ} == {}

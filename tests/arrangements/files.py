"""A small arrangement file of which every line is known, and ways to spoil it."""

from importlib import resources

from wijkaanzet.arrangements import rules
from wijkaanzet.people.rules import Role

ROLES = frozenset(Role)
SHIPPED = ["tilburg", "amersfoort", "oude-ijsselstreek", "amsterdam", "zaanstad"]
NAME = "proef.toml"
GOOD = """\
format = 1
municipality = { code = "GM0001", slug = "proefstad", name = "Proefstad" }
valid = { starts_on = 2018-01-01 }
model = "centralised"
steered_area = "toegangsgebied"
earmarks = ["jeugd", "volwassenen"]
components = ["basis", "variabel"]
functions = ["ontmoeting"]
themes = ["leefbaarheid"]
goals = ["gezond"]

[cadence]
plan_years = 4
account = "yearly"

[words]
network = ["wijktafel", "wijktafels"]
"function.ontmoeting" = ["ontmoeting en verbinding"]

[bodies]
raad = { kind = "council", name = "Gemeenteraad" }
college = { kind = "executive", name = "College van B en W" }
overleg = { kind = "advisory", name = "Overleg" }

[levels.city-area]
proposes = "policy_officer"
advises = ["overleg"]
decides = "college"
informed = ["raad"]

[levels.area-component]
proposes = "provider"
decides = "college"

[terms]
advise_days = 30
"""


def spoiled(old: str, new: str) -> str:
    """The good file with one piece, that stands in it exactly once, replaced."""
    assert GOOD.count(old) == 1, f"{old!r} stands {GOOD.count(old)} times in the file"
    return GOOD.replace(old, new)


def read(text: str) -> rules.Arrangement:
    """The arrangement in this text."""
    return rules.parse(text, file_name=NAME, known_roles=ROLES)


def shipped(name: str) -> rules.Arrangement:
    """One of the arrangements that come with the product."""
    text = resources.files("wijkaanzet.arrangements").joinpath(f"data/{name}.toml").read_text(encoding="utf-8")
    return rules.parse(text, file_name=f"{name}.toml", known_roles=ROLES)

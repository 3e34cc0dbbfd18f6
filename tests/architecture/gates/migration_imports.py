"""A migration imports no models, rules or operations of ours: it must still run when those have changed.

Ask the table of that moment with `apps.get_model("areas", "Area")`, and copy the two lines of a rule you need.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import line_of
from tests.architecture.source import Finding, Source

looks_at = ("migrations",)
ALLOWED = (
    "wijkaanzet.kernel.append_only",  # writes triggers by name of table; knows no model
    "wijkaanzet.kernel.public_ids",  # the default of a column; knows no model and needs no database
)


def check(source: Source) -> Iterator[Finding]:
    for node in ast.walk(source.tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            if name.startswith("wijkaanzet.") and not name.startswith(ALLOWED):
                yield Finding(source.path, line_of(node), f"imports {name}")

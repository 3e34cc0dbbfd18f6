"""A list has one order, and where it ends in a tie a unique key decides; no Meta.ordering decides it from afar.

End `order_by` on "pk" or another unique key ("code", "slug", "key"), else two pages of one list can show one row twice.
Say the order where the list is made: Meta.ordering also sorts where nobody asked, and breaks GROUP BY.
"""

import ast
from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.db.models import UniqueConstraint

from tests.architecture.names import last, text
from tests.architecture.source import Finding, Source

looks_at = ("product",)
ALWAYS = {"pk", "id", "code", "slug", "key", "public_id"}


@cache
def unique() -> set[str]:
    """Field names that some table of ours declares unique, alone or with others."""
    found = set(ALWAYS)
    for model in apps.get_models():
        if model.__module__.startswith("wijkaanzet."):
            found |= {field.name for field in model._meta.fields if field.unique}
            for constraint in model._meta.constraints:
                found |= set(constraint.fields) if isinstance(constraint, UniqueConstraint) else set()
    return found


def check(source: Source) -> Iterator[Finding]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and node.name == "Meta":
            for line in node.body:
                if isinstance(line, ast.Assign) and last(line.targets[0]) == "ordering":
                    yield Finding(source.path, line.lineno, "Meta.ordering: order the queryset instead")
        elif isinstance(node, ast.Call) and last(node.func) == "order_by" and node.args:
            field = text(node.args[-1])
            if field is not None and field.lstrip("-").split("__")[-1] not in unique():
                yield Finding(source.path, node.lineno, f'order_by(…, "{field}"): end on a unique key, such as "pk"')

"""No Django signals for business events: what happens after what must be readable from top to bottom.

Let the highest context involved call down, in one transaction; a use case for several contexts stands in `cycle`.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import line_of
from tests.architecture.source import Finding, Source

looks_at = ("product",)
SIGNALS = ("django.dispatch", "django.db.models.signals", "django.core.signals")


def check(source: Source) -> Iterator[Finding]:
    for node in ast.walk(source.tree):
        modules = []
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        if any(module.startswith(SIGNALS) for module in modules):
            yield Finding(source.path, line_of(node), "imports Django signals")

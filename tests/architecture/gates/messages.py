"""A text to translate stands by itself: what is written inside an f-string is not found, and stays English.

Put it in a variable first, or make one text of the whole with %(name)s for what comes in.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import dotted
from tests.architecture.source import Finding, Source

looks_at = ("product",)
TRANSLATION = "django.utils.translation."


def check(source: Source) -> Iterator[Finding]:
    if not source.path.endswith(".py"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr):
            for call in (one for part in node.values for one in ast.walk(part)):
                if isinstance(call, ast.Call) and _translates(source, call):
                    yield Finding(source.path, call.lineno, "a text to translate inside an f-string")


def _translates(source: Source, call: ast.Call) -> bool:
    name = dotted(source, call.func)
    return name.startswith(TRANSLATION) and "gettext" in name

"""Time is an argument. Only kernel/clock.py reads the clock, so that the demo can move it and a test can fix it.

Take `at: datetime` or `today: date`; web, commands and jobs ask `kernel.clock`. To measure how long something takes,
use `time.perf_counter`. A column is filled by the operation, never by auto_now.
"""

import ast
from collections.abc import Iterator

from tests.architecture.names import dotted
from tests.architecture.source import Finding, Source

looks_at = ("product",)
READERS = {
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "django.utils.timezone.now", "time.time", "time.time_ns", "time.localtime", "time.gmtime",
    "django.db.models.functions.Now",
}  # fmt: skip
BARE_READERS = {"django.utils.timezone.localdate", "django.utils.timezone.localtime"}  # they read when given nothing
AUTO = {"auto_now", "auto_now_add"}


def check(source: Source) -> Iterator[Finding]:
    if source.inside == ("kernel", "clock.py"):
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name | ast.Attribute) and dotted(source, node) in READERS:
            yield Finding(source.path, node.lineno, f"{dotted(source, node)} reads the clock")
        elif isinstance(node, ast.Call) and not node.args and dotted(source, node.func) in BARE_READERS:
            yield Finding(source.path, node.lineno, f"{dotted(source, node.func)}() reads the clock")
        elif isinstance(node, ast.keyword) and node.arg in AUTO:
            yield Finding(source.path, node.value.lineno, f"{node.arg}: let the operation write `at`")

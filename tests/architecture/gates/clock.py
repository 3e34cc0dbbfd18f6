"""Time is an argument. Only kernel/clock.py reads the clock, so that the demo can move it and a test can fix it.

Take `at: datetime` or `today: date`; web, commands and jobs ask `kernel.clock`. To measure how long something takes,
use `time.perf_counter`. A column is filled by the operation, never by auto_now. A template gets the day from its page.
"""

import ast
import re
from collections.abc import Iterator

from tests.architecture.names import dotted
from tests.architecture.source import Finding, Source

looks_at = ("product", "templates")
READERS = {
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "django.utils.timezone.now", "django.db.models.functions.Now",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.strftime", "time.ctime", "time.asctime",
    "time.clock_gettime", "time.clock_gettime_ns",
}  # fmt: skip
BARE_READERS = {"django.utils.timezone.localdate", "django.utils.timezone.localtime"}  # they read when given nothing
AUTO = {"auto_now", "auto_now_add"}
IN_TEMPLATE = re.compile(r"\{%-?\s*now\b|\|\s*(timesince|timeuntil|naturaltime|naturalday)\b")


def check(source: Source) -> Iterator[Finding]:
    if source.inside == ("kernel", "clock.py"):
        return
    if not source.path.endswith(".py"):
        for number, line in enumerate(source.lines, start=1):
            if IN_TEMPLATE.search(line):
                yield Finding(source.path, number, "a template reads the clock")
        return
    yield from _readers(source)


def _readers(source: Source) -> Iterator[Finding]:
    filled = {id(node.func) for node in ast.walk(source.tree) if isinstance(node, ast.Call) and _is_given_time(node)}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Name | ast.Attribute):
            name = dotted(source, node)
            if name in READERS or (name in BARE_READERS and id(node) not in filled):
                yield Finding(source.path, node.lineno, f"{name} reads the clock")
        elif isinstance(node, ast.keyword) and node.arg in AUTO:
            yield Finding(source.path, node.value.lineno, f"{node.arg}: let the operation write `at`")


def _is_given_time(call: ast.Call) -> bool:
    """Whether the first argument is there and is not None."""
    given = [*call.args[:1], *(word.value for word in call.keywords if word.arg == "value")]
    return any(not (isinstance(value, ast.Constant) and value.value is None) for value in given)

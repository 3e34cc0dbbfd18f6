"""The repository holds the product, not the machine or the people it was made on, and nothing made by others.

No absolute paths of a machine, no address of a package registry, no name of a folder beside the repository, no secret
key, no word about who or what typed it. Fonts, minified scripts and style sheets come from a package, or are our own.
"""

import re
from collections.abc import Iterator

from tests.architecture.source import Finding, Source

looks_at = ("repository",)
PATTERNS = {
    r"(?<![\w.])/(work|home|root|Users)/\w": "a path of one machine",
    r"--(extra-)?index-url|--find-links|\bUV_INDEX|//(localhost|127\.0\.0\.1)[:\d]*/(simple|pypi|root)": "a registry",
    r"(?<![\w-])shared/(data|design|research|seeds)|\.\./(shared|seeds)\b": "a folder beside the repository",
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bghp_\w{20,}": "a secret",
    r"(?i)(?<!user[ _-])\b(sub-?)?agents?\b|\bco-authored-by\b": "a word about who typed it",
}
MINE = ("tests/architecture/gates/traces.py", "tests/architecture/planted/")
FOREIGN = re.compile(r"\.(woff2?|ttf|otf|eot|min\.js|min\.css|map)$")
LARGEST = 300_000


def check(source: Source) -> Iterator[Finding]:
    if source.path.startswith(MINE):
        return
    if FOREIGN.search(source.path):
        yield Finding(source.path, 1, "made by others: take it from a package")
    if len(source.text) > LARGEST and not source.path.endswith(".lock"):
        yield Finding(source.path, 1, f"{len(source.text):,} characters: data of this size does not belong here")
    for number, line in enumerate(source.lines, start=1):
        for pattern, what in PATTERNS.items():
            if re.search(pattern, line) and not (source.path == ".ci/run" and "beside" in what):
                yield Finding(source.path, number, what)

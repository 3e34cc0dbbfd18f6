"""The permission table: read, held against the addresses there are, and what it promises to whom."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from wijkaanzet import web
from wijkaanzet.people.rules import Role

TABLE = Path(web.__file__).parent / "permissions.toml"
KEYS = {"name", "public", "get", "post", "states", "other", "answers"}


@dataclass(frozen=True)
class Row:
    """One page of the table."""

    name: str
    public: bool
    get: frozenset[str]
    post: frozenset[str] | None
    other: int
    answers: frozenset[int]

    def expected(self, method: str, role: str | None) -> set[int]:
        """What a page answers to somebody with a role here; None is a visitor or somebody of elsewhere."""
        seen = self.public or role in self.get
        if method == "GET":
            return set(self.answers) if seen else {self.other}
        if self.post is None:
            return {405, *(self.answers - {200})} if seen else {405, self.other}
        if role in self.post or "public" in self.post:
            return {200, 302, 303, 400, 403, 409, 422, *self.answers}
        return {405, self.other} if seen else {self.other}


def read(text: str) -> list[Row]:
    """The rows of a table. Raises ValueError on an unknown key or role, and on a page that is listed twice."""
    rows: list[Row] = []
    for page in tomllib.loads(text)["page"]:
        roles = {*page.get("get", []), *([] if page.get("post") == "public" else page.get("post", []))}
        if unknown := (page.keys() - KEYS) | (roles - set(Role)):
            raise ValueError(f"{page['name']}: unknown {sorted(unknown)}")
        if any(row.name == page["name"] for row in rows):
            raise ValueError(f"{page['name']} is listed twice")
        if bool(page.get("public")) == bool(page.get("get")):
            raise ValueError(f"{page['name']}: either public or a list of roles")
        rows.append(_row(page))
    return rows


def _row(page: dict[str, Any]) -> Row:
    post, answers = page.get("post"), page.get("answers", 200)
    return Row(
        name=page["name"],
        public=page.get("public", False),
        get=frozenset(page.get("get", [])),
        post=None if post is None else frozenset([post] if isinstance(post, str) else post),
        other=page.get("other", 404),
        answers=frozenset(answers if isinstance(answers, list) else [answers]),
    )


@dataclass(frozen=True)
class Address:
    """One address of the product: its name and the names of its parts."""

    name: str
    parts: frozenset[str]
    pattern: str


def addresses(patterns: Iterable[URLPattern | URLResolver] | None = None, prefix: str = "") -> Iterator[Address]:
    """Every address that the product answers."""
    for entry in get_resolver().url_patterns if patterns is None else patterns:
        here = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry.url_patterns, here)
        else:
            parts = frozenset(part.split(":")[-1] for part in here.replace(">", "<").split("<")[1::2])
            yield Address(entry.name or here, parts, here)


def differences(rows: Iterable[Row], found: Iterable[Address]) -> list[str]:
    """Pages that are not in the table, and rows whose page is gone."""
    listed, there = {row.name for row in rows}, {address.name for address in found}
    return [f"{name} is not in permissions.toml" for name in sorted(there - listed)] + [
        f"{name} is in permissions.toml but no address has that name" for name in sorted(listed - there)
    ]

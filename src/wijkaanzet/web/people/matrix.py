"""The role matrix, from the one table that the permission tests use."""

import tomllib
from functools import cache
from pathlib import Path

from wijkaanzet.people.labels import ROLES
from wijkaanzet.people.rules import Role
from wijkaanzet.web.pages import RoleRow, RolesPage
from wijkaanzet.web.people.labels import PAGES

TABLE = Path(__file__).parents[1] / "permissions.toml"


@cache
def _table() -> list[dict[str, object]]:
    rows: list[dict[str, object]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["page"]
    return rows


def roles_page() -> RolesPage:
    """Every page of the product against every role: sees, does, or nothing."""
    return RolesPage(
        roles=tuple(str(ROLES[role]) for role in Role),
        rows=tuple(
            RoleRow(page=str(PAGES[str(row["name"])]), cells=tuple(_cell(row, role) for role in Role))
            for row in _table()
        ),
    )


def _cell(row: dict[str, object], role: Role) -> str:
    if _allows(row, "post", role):
        return "act"
    return "see" if row.get("public") or _allows(row, "get", role) else ""


def _allows(row: dict[str, object], method: str, role: Role) -> bool:
    allowed = row.get(method, [])
    return allowed == "public" or (isinstance(allowed, list) and role.value in allowed)


def is_for_everybody(page: str, method: str) -> bool:
    """Whether a visitor can expect an answer here; to send something also when nobody can act there."""
    row = next((row for row in _table() if row["name"] == page), {"public": True})
    if method == "POST":
        return row.get("post", "public") == "public"
    return bool(row.get("public"))

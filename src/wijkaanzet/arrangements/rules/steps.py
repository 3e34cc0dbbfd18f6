"""Reading who proposes, advises, decides and is told: the tables [bodies] and [levels]."""

from collections.abc import Collection, Iterable

from wijkaanzet.arrangements.rules.arrangement import Body, BodyKind, Level, LevelKey
from wijkaanzet.arrangements.rules.problems import ProblemKey, shown, suggestion
from wijkaanzet.arrangements.rules.table import LONGEST_NAME, SLUG, Table

MAY_DECIDE = frozenset({BodyKind.COUNCIL, BodyKind.EXECUTIVE, BodyKind.NETWORK, BodyKind.PARTNER})


def read_bodies(table: Table) -> tuple[Body, ...]:
    """Every body with its kind and name, by key: PostgreSQL does not keep the order of a stored table."""
    return tuple(_body(table, key) for key in sorted(table))


def read_levels(
    file: Table, *, bodies: tuple[Body, ...], has_components: bool, known_roles: frozenset[str] | None
) -> tuple[Level, ...]:
    """Who decides: from city to area always, to component exactly when there are components, and on plans."""
    table = file.table("levels", required=True)
    if has_components or LevelKey.AREA_COMPONENT not in table:
        wanted = [LevelKey.CITY_AREA, LevelKey.AREA_COMPONENT] if has_components else [LevelKey.CITY_AREA]
    else:
        table.note(ProblemKey.LEVEL_WITHOUT_COMPONENTS, LevelKey.AREA_COMPONENT)
        wanted = [LevelKey.CITY_AREA, LevelKey.AREA_COMPONENT]
    levels = tuple(_level(table, key, bodies=bodies, known_roles=known_roles) for key in wanted)
    plans = _plans(table, bodies=bodies, known_roles=known_roles)
    table.close(also=LevelKey)
    return (*levels, *plans)


def _plans(table: Table, *, bodies: tuple[Body, ...], known_roles: frozenset[str] | None) -> tuple[Level, ...]:
    """Who proposes and adopts the plan of an area; left out, the coordinator hands it in and the executive decides."""
    if LevelKey.PLAN in table:
        level = _level(table, LevelKey.PLAN, bodies=bodies, known_roles=known_roles)
        if level.advises:  # the network itself has its say: there is no page on which others are asked
            table.notes.add(ProblemKey.UNKNOWN_KEY, (*table.path, LevelKey.PLAN, "advises"), value="advises")
        return (level,)
    executives = (body for body in bodies if body.kind is BodyKind.EXECUTIVE)
    return tuple(Level(LevelKey.PLAN, "coordinator", body.key) for body in list(executives)[:1])


def _body(parent: Table, key: str) -> Body:
    if not SLUG.fullmatch(key):
        parent.note(ProblemKey.BAD_SLUG, key, value=shown(key))
    table = parent.table(key, required=True)
    body = Body(key=key, kind=table.choice("kind", BodyKind), name=table.text("name", longest=LONGEST_NAME))
    table.close()
    return body


def _level(parent: Table, key: LevelKey, *, bodies: tuple[Body, ...], known_roles: frozenset[str] | None) -> Level:
    table = parent.table(key, required=True)
    kinds = {body.key: body.kind for body in bodies}
    proposes, decides = table.text("proposes"), table.text("decides")
    advises, informed = table.texts("advises"), table.texts("informed")
    table.close()
    if known_roles is not None and proposes and proposes not in known_roles:
        near = suggestion(proposes, known_roles)
        table.note(ProblemKey.UNKNOWN_ROLE, "proposes", value=shown(proposes), **near)
    _check_bodies(table, "decides", named=[decides], known=kinds)
    _check_bodies(table, "advises", named=advises, known=kinds)
    _check_bodies(table, "informed", named=informed, known=kinds)
    if decides in kinds and kinds[decides] not in MAY_DECIDE:
        table.note(ProblemKey.CANNOT_DECIDE, "decides", value=shown(decides))
    return Level(key=key, proposes=proposes, decides=decides, advises=advises, informed=informed)


def _check_bodies(table: Table, at: str, *, named: Iterable[str], known: Collection[str]) -> None:
    for value in named:
        if value and value not in known:
            table.note(ProblemKey.UNKNOWN_BODY, at, value=shown(value), **suggestion(value, known))

"""An arrangement as JSON and back; the stored form is the file's own format, so that one reader serves both."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from wijkaanzet.arrangements.rules.arrangement import Arrangement, Cadence, Level
from wijkaanzet.arrangements.rules.calendar import stored
from wijkaanzet.arrangements.rules.conversation import stored_tools
from wijkaanzet.arrangements.rules.lines import Lines
from wijkaanzet.arrangements.rules.own_words import stored_words
from wijkaanzet.arrangements.rules.reading import FORMAT, read
from wijkaanzet.arrangements.rules.table import Notes

DAYS = frozenset({"starts_on", "ends_before", "on"})


def to_content(arrangement: Arrangement) -> dict[str, object]:
    """The arrangement as a JSON document in the format of the file, days as ISO text."""
    valid = {"starts_on": arrangement.valid.starts_on.isoformat()}
    if arrangement.valid.ends_before is not None:
        valid["ends_before"] = arrangement.valid.ends_before.isoformat()
    content: dict[str, object] = {
        "format": FORMAT,
        "municipality": asdict(arrangement.municipality),
        "valid": valid,
        "steered_area": arrangement.steered_area,
        "cadence": _cadence(arrangement.cadence),
        "earmarks": list(arrangement.earmarks),
        "components": list(arrangement.components),
        "functions": list(arrangement.functions),
        "themes": list(arrangement.themes),
        "goals": list(arrangement.goals),
        "words": {key: list(forms) for key, forms in arrangement.words.items()},
        "bodies": {body.key: {"kind": body.kind.value, "name": body.name} for body in arrangement.bodies},
        "levels": {level.key.value: _level(level) for level in arrangement.levels},
        "terms": asdict(arrangement.terms),
        "calendar": stored(arrangement.calendar),
        "own_words": stored_words(arrangement.own_words),
        **stored_tools(arrangement.staircase, arrangement.spheres),
    }
    return content if arrangement.model is None else content | {"model": arrangement.model.value}


def from_content(content: Mapping[str, object], *, file_name: str) -> Arrangement:
    """The arrangement that `to_content` stored. Raises ArrangementErrors when somebody changed it outside the product.

    Roles were checked when it was loaded.
    """
    words = content.get("own_words", [])
    dated = {
        "valid": _dated(content.get("valid")),
        "own_words": [_dated(word) for word in words] if isinstance(words, list) else words,
    }
    return read({**content, **dated}, notes=Notes(file_name=file_name, lines=Lines("")), known_roles=None)


def _cadence(cadence: Cadence) -> dict[str, object]:
    said = {key: value for key, value in asdict(cadence).items() if value is not None}
    return {key: getattr(value, "value", value) for key, value in said.items()}


def _level(level: Level) -> dict[str, object]:
    return {
        "proposes": level.proposes,
        "advises": list(level.advises),
        "decides": level.decides,
        "informed": list(level.informed),
    }


def _dated(table: object) -> object:
    """The table with dates where the file has them and JSON has ISO text."""
    if not isinstance(table, dict):
        return table
    return {key: _day(value) if key in DAYS else value for key, value in table.items()}


def _day(value: object) -> object:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value

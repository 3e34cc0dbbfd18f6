"""From the text of indicators.toml to indicators; refuses the first mistake with its file and key."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wijkaanzet.scans.rules.catalogue.indicator import (
    Indicator,
    IndicatorKind,
    Method,
    Polarity,
    Purpose,
    Resource,
    SmallNumbers,
    Source,
    Theme,
)
from wijkaanzet.scans.rules.catalogue.problems import Entry

LONGEST_LABEL = 80  # as a column label in scans.rules.columns
LONGEST_DEFINITION = 199
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SHARES = (IndicatorKind.PERCENTAGE, IndicatorKind.RATE)


@dataclass(frozen=True)
class _Shared:
    """What indicators refer to."""

    themes: Mapping[str, Theme]
    sources: Mapping[str, Source]
    pitfalls: Mapping[str, str]
    small_numbers: Mapping[str, SmallNumbers]


def read_indicators(file: Entry) -> dict[str, Indicator]:
    """All indicators by key, in the order of the file.

    Raises CatalogueError for an unknown key, theme, source, pitfall or denominator, a label that stands twice, a share
    that says not of what it is a share, and a break without a reason.
    """
    shared = _shared(file)
    found: dict[str, Indicator] = {}
    labels: dict[str, str] = {}
    entries = file.tables("indicators")
    for key, entry in entries.items():
        found[key] = _indicator(key, entry, shared)
        first = labels.setdefault(found[key].label.casefold(), key)
        if first != key:
            raise entry.mistake("label", f"is the label of {first!r} too")
    file.close()
    _check_small_numbers(file, shared, found)
    for key, entry in entries.items():
        _check_references(found[key], entry, found)
    return found


def _shared(file: Entry) -> _Shared:
    pitfalls = _sentences(file, "pitfalls")
    themes = {key: Theme(key, label) for key, label in _sentences(file, "themes").items()}
    small = {key: _small_numbers(key, entry) for key, entry in file.tables("small_numbers").items()}
    sources = {key: _source(key, entry, pitfalls, small) for key, entry in file.tables("sources").items()}
    return _Shared(themes=themes, sources=sources, pitfalls=pitfalls, small_numbers=small)


def _sentences(file: Entry, name: str) -> dict[str, str]:
    table = Entry(file.value(name) or {}, file=file.file, key=name)
    return {key: table.text(key) for key, _ in table.items()}


def _small_numbers(key: str, entry: Entry) -> SmallNumbers:
    rule = SmallNumbers(key=key, minimum=entry.number("minimum", low=1), of=entry.text("of"), text=entry.text("text"))
    entry.close()
    return rule


def _source(key: str, entry: Entry, pitfalls: Mapping[str, str], small: Mapping[str, SmallNumbers]) -> Source:
    source = Source(
        key=key,
        name=entry.text("name"),
        publisher=entry.text("publisher"),
        method=entry.choice("method", Method),
        every_years=entry.number("every_years", low=1, high=10),
        delay_months=entry.number("delay_months", high=60),
        pitfalls=_pitfalls(entry, pitfalls),
        small_numbers=small.get(entry.known("small_numbers", small, default="")),
        rounding_base=entry.number("rounding_base", default=0),
    )
    entry.close()
    return source


def _pitfalls(entry: Entry, known: Mapping[str, str]) -> tuple[str, ...]:
    for key in entry.texts("pitfalls"):
        if key not in known:
            raise entry.mistake("pitfalls", f"{key!r} does not exist")
    return tuple(known[key] for key in entry.texts("pitfalls"))


def _indicator(key: str, entry: Entry, shared: _Shared) -> Indicator:
    if not _SLUG.fullmatch(key):
        raise entry.mistake("", "is no key of small letters, digits and hyphens")
    source = shared.sources[entry.known("source", shared.sources)]
    kind = entry.choice("kind", IndicatorKind)
    counted = kind is IndicatorKind.COUNT
    small = entry.known("small_numbers", shared.small_numbers, default="")
    indicator = Indicator(
        key=key,
        label=entry.text("label", longest=LONGEST_LABEL),
        english=entry.text("english", longest=LONGEST_LABEL),
        definition=entry.text("definition", longest=LONGEST_DEFINITION),
        unit=entry.text("unit", longest=40),
        kind=kind,
        polarity=entry.choice("polarity", Polarity, default=Polarity.NO_JUDGEMENT),
        resource=entry.choice("resource", Resource),
        theme=shared.themes[entry.known("theme", shared.themes)],
        source=source,
        method=entry.choice("method", Method, default=source.method),
        purposes=_purposes(entry),
        decimals=entry.number("decimals", default=0, high=6),
        per=entry.number("per", default=0, high=1_000_000),
        of=entry.text("of", default=""),
        base=entry.text("base", default=""),
        pitfalls=(*_pitfalls(entry, shared.pitfalls), *source.pitfalls),
        small_numbers=shared.small_numbers[small] if small else source.small_numbers,
        rounding_base=entry.number("rounding_base", default=source.rounding_base if counted else 0),
        valid_from=entry.year("valid_from"),
        valid_to=entry.year("valid_to"),
        supersedes=entry.text("supersedes", default=""),
        break_reason=entry.text("break_reason", default=""),
    )
    entry.close()
    return indicator


def _purposes(entry: Entry) -> tuple[Purpose, ...]:
    wanted = entry.texts("purposes")
    for one in wanted:
        if one not in set(Purpose):
            raise entry.mistake("purposes", f"{one!r} is none of {', '.join(Purpose)}")
    if not wanted:
        raise entry.mistake("purposes", "is empty: what nobody needs is not collected")
    return tuple(Purpose(one) for one in wanted)


def _check_small_numbers(file: Entry, shared: _Shared, found: Mapping[str, Indicator]) -> None:
    for key, rule in shared.small_numbers.items():
        if not _counts(rule.of, found):
            raise file.mistake(f"small_numbers.{key}.of", f"{rule.of!r} is no indicator that counts")


def _counts(key: str, found: Mapping[str, Indicator]) -> bool:
    return key in found and found[key].kind is IndicatorKind.COUNT


def _check_references(one: Indicator, entry: Entry, found: Mapping[str, Indicator]) -> None:
    """What an indicator says of itself and of others fits together."""
    if (one.kind is IndicatorKind.RATE) != (one.per > 0):
        raise entry.mistake("per", "belongs to a rate, and a rate needs it")
    if one.kind in _SHARES and not one.of and not one.base:
        raise entry.mistake("of", "is missing: name the count that this is a share of, or say its base in words")
    if one.of and not _counts(one.of, found):
        raise entry.mistake("of", f"{one.of!r} is no indicator that counts")
    if one.supersedes and (one.supersedes not in found or one.supersedes == one.key):
        raise entry.mistake("supersedes", f"{one.supersedes!r} is no other indicator")
    if bool(one.supersedes) != bool(one.break_reason):
        raise entry.mistake("break_reason", "goes together with supersedes")
    if one.valid_from and one.valid_to and one.valid_from > one.valid_to:
        raise entry.mistake("valid_to", "lies before valid_from")

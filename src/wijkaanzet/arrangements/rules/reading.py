"""From the text of an arrangement file to an arrangement, or to everything that is wrong with it."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date

from wijkaanzet.arrangements.rules.arrangement import (
    Arrangement,
    Cadence,
    GovernanceModel,
    MunicipalityIdentity,
    Rhythm,
    Terms,
)
from wijkaanzet.arrangements.rules.calendar import Beat, Every, read_beats, usual_beats
from wijkaanzet.arrangements.rules.conversation import read_spheres, read_staircase
from wijkaanzet.arrangements.rules.lines import Lines
from wijkaanzet.arrangements.rules.own_words import read_own_words
from wijkaanzet.arrangements.rules.problems import ArrangementErrors, Problem, ProblemKey, shown
from wijkaanzet.arrangements.rules.steps import read_bodies, read_levels
from wijkaanzet.arrangements.rules.table import LONGEST_NAME, Notes, Table
from wijkaanzet.arrangements.rules.words import read_words
from wijkaanzet.kernel.periods import Period

FORMAT = 1
LONGEST_FILE = 100_000  # characters; an arrangement takes some 3,000
LONGEST_SLUG = 40  # as in kernel.Municipality
LONGEST_PLAN_YEARS = 20
LONGEST_TERM_DAYS = 366
LONGEST_SEAT_MONTHS = 120
# Addresses of the product itself.
RESERVED_SLUGS = frozenset({"account", "api", "demo", "gezond", "static", "stijl", "taal", "toegankelijkheid"})
LISTS = {"earmarks": True, "components": False, "functions": True, "themes": True, "goals": False}  # required or not

_CODE = re.compile(r"GM[0-9]{4}")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def parse(text: str, *, file_name: str, known_roles: frozenset[str]) -> Arrangement:
    """Read an arrangement file. Raises ArrangementErrors with every problem found, each with its line.

    `known_roles` is given, because roles live on a higher floor.
    """
    document = _document(text, file_name=file_name)
    return read(document, notes=Notes(file_name=file_name, lines=Lines(text)), known_roles=known_roles)


def read(document: Mapping[str, object], *, notes: Notes, known_roles: frozenset[str] | None) -> Arrangement:
    """Check a document and build the arrangement; without `known_roles` the roles are taken as they stand."""
    file = Table(document, path=(), notes=notes)
    declared = document.get("format", FORMAT)
    if type(declared) is not int or declared != FORMAT:
        file.note(ProblemKey.UNKNOWN_FORMAT, "format", known=str(FORMAT))
        notes.check()  # another format has other keys: what else we would say about them is not true
    file.number("format", low=FORMAT, high=FORMAT)
    municipality, dates, cadence, terms = _municipality(file), _dates(file), _cadence(file), _terms(file)
    model = file.choice("model", GovernanceModel) if "model" in file else None
    lists = {key: file.slugs(key, required=required) for key, required in LISTS.items()}
    steered_area = file.slug("steered_area")
    words = read_words(file.table("words"), listed={key.removesuffix("s"): items for key, items in lists.items()})
    bodies = read_bodies(file.table("bodies", required=True))
    levels = read_levels(file, bodies=bodies, has_components=bool(lists["components"]), known_roles=known_roles)
    calendar = _calendar(file, cadence, known_roles=known_roles)
    staircase, spheres, own_words = read_staircase(file), read_spheres(file), read_own_words(file)
    file.close(also={"model"})
    notes.check()
    return Arrangement(
        municipality=municipality,
        valid=Period(*dates),
        model=model,
        steered_area=steered_area,
        cadence=cadence,
        earmarks=lists["earmarks"],
        components=lists["components"],
        functions=lists["functions"],
        themes=lists["themes"],
        goals=lists["goals"],
        words=words,
        bodies=bodies,
        levels=levels,
        terms=terms,
        calendar=calendar,
        staircase=staircase,
        spheres=spheres,
        own_words=own_words,
    )


def _document(text: str, *, file_name: str) -> dict[str, object]:
    def refusal(key: ProblemKey, line: int = 1, **parameters: str) -> ArrangementErrors:
        return ArrangementErrors([Problem(file_name, line, (), key, parameters)])

    if len(text) > LONGEST_FILE:
        raise refusal(ProblemKey.TOO_LONG, high=str(LONGEST_FILE))
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise refusal(ProblemKey.NOT_UTF8, text.count("\n", 0, error.start) + 1) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
        raise refusal(ProblemKey.SYNTAX, line, detail=shown(_PLACE.sub("", str(error)))) from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, or a thousand brackets
        raise refusal(ProblemKey.UNREADABLE) from error


def _municipality(file: Table) -> MunicipalityIdentity:
    table = file.table("municipality", required=True)
    code, slug, name = table.text("code"), table.slug("slug"), table.text("name", longest=LONGEST_NAME)
    if code and not _CODE.fullmatch(code):
        table.note(ProblemKey.BAD_CODE, "code", value=shown(code))
    if len(slug) > LONGEST_SLUG:
        table.note(ProblemKey.LONG_TEXT, "slug", high=str(LONGEST_SLUG))
    if slug in RESERVED_SLUGS:
        table.note(ProblemKey.RESERVED_SLUG, "slug", value=slug)
    table.close()
    return MunicipalityIdentity(code=code, slug=slug, name=name)


def _dates(file: Table) -> tuple[date, date | None]:
    table = file.table("valid", required=True)
    starts_on = table.day("starts_on")
    ends_before = table.day("ends_before") if "ends_before" in table else None
    if starts_on and ends_before and ends_before <= starts_on:
        table.note(ProblemKey.REVERSED_PERIOD, "ends_before", start=starts_on.isoformat(), end=ends_before.isoformat())
    table.close(also={"ends_before"})
    return starts_on or date.max, ends_before


def _cadence(file: Table) -> Cadence:
    table = file.table("cadence", required=True)
    years, account = table.number("plan_years", low=1, high=LONGEST_PLAN_YEARS), table.choice("account", Rhythm)
    review = table.choice("review", Rhythm) if "review" in table else Rhythm.YEARLY
    months = table.number("seat_months", low=1, high=LONGEST_SEAT_MONTHS) if "seat_months" in table else None
    table.close(also={"review", "seat_months"})
    return Cadence(plan_years=years, account=account, review=review, seat_months=months)


def _calendar(file: Table, cadence: Cadence, *, known_roles: frozenset[str] | None) -> tuple[Beat, ...]:
    own = read_beats(file, known_roles=known_roles)
    account, review = Every(cadence.account.value), Every(cadence.review.value)
    return own or usual_beats(account=account, review=review, plan_years=cadence.plan_years)


def _terms(file: Table) -> Terms:
    table, usual = file.table("terms"), Terms()

    def days(key: str, default: int) -> int:
        return table.number(key, low=1, high=LONGEST_TERM_DAYS, default=default)

    terms = Terms(
        answer_days=days("answer_days", usual.answer_days),
        advise_days=days("advise_days", usual.advise_days),
        record_days=days("record_days", usual.record_days),
        publish_days=days("publish_days", usual.publish_days),
        inform_council_days=days("inform_council_days", usual.inform_council_days),
        begin_days=days("begin_days", usual.begin_days),
        decide_days=days("decide_days", usual.decide_days),
        council_days=days("council_days", usual.council_days),
        comment_days=days("comment_days", usual.comment_days),
        teller_days=days("teller_days", usual.teller_days),
        write_days=days("write_days", usual.write_days),
    )
    table.close()
    return terms

"""Bringing an arrangement in."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.db.models import F, Q, QuerySet

from wijkaanzet.arrangements import rules
from wijkaanzet.arrangements.models import Arrangement
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.periods import Period
from wijkaanzet.kernel.subjects import Subject

KIND = "arrangements.arrangement"
LONGEST_FILE_NAME = 120


@transaction.atomic
def load(text: str, *, file_name: str, known_roles: frozenset[str], actor: Actor, at: datetime) -> Arrangement:
    """Bring in what a municipality chose, from the text of its file; makes the municipality when it is new.

    The arrangement that ran on without an end is closed on the day the new one starts. The same text a second time
    changes nothing. Raises rules.ArrangementErrors with every problem, each with its line. Source:
    docs/arrangements.md.
    """
    text, file_name = text.removeprefix("\ufeff"), file_name[:LONGEST_FILE_NAME]
    arrangement = rules.parse(text, file_name=file_name, known_roles=known_roles)
    problems = _Refusals(text, file_name=file_name)
    municipality = _municipality(arrangement.municipality, problems=problems)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    if same := Arrangement.objects.filter(
        municipality=municipality, starts_on=arrangement.valid.starts_on, sha256=sha256
    ).first():
        return same
    _make_room(municipality, arrangement, problems=problems, actor=actor, at=at)
    row = Arrangement.objects.create(
        municipality=municipality,
        starts_on=arrangement.valid.starts_on,
        ends_before=arrangement.valid.ends_before,
        content=rules.to_content(arrangement),
        file_name=file_name,
        text=text,
        sha256=sha256,
        loaded_at=at,
    )
    _log("loaded", row, actor=actor, at=at, detail={"sha256": sha256})
    return row


class _Refusals:
    """Makes the refusal of a file that is well written but does not fit what is already there."""

    def __init__(self, text: str, *, file_name: str) -> None:
        self._text = text
        self._file_name = file_name

    def one(self, key: rules.ProblemKey, *path: str, **parameters: str) -> rules.ArrangementErrors:
        """The one refusal, at the line of this path."""
        line = rules.Lines(self._text).of(path)
        return rules.ArrangementErrors([rules.Problem(self._file_name, line, path, key, parameters)])


def _municipality(identity: rules.MunicipalityIdentity, *, problems: _Refusals) -> Municipality:
    """The municipality, locked, so that two files of one municipality wait for each other."""
    taken = Municipality.objects.filter(slug=identity.slug).exclude(code=identity.code).first()
    if taken is not None:
        raise problems.one(rules.ProblemKey.SLUG_TAKEN, "municipality", "slug", value=identity.slug, other=taken.name)
    Municipality.objects.get_or_create(code=identity.code, defaults={"slug": identity.slug, "name": identity.name})
    found = Municipality.objects.select_for_update().get(code=identity.code)
    for key, stored, given in (("slug", found.slug, identity.slug), ("name", found.name, identity.name)):
        if stored != given:
            raise problems.one(rules.ProblemKey.OTHER_MUNICIPALITY, "municipality", key, code=found.code, stored=stored)
    return found


def _make_room(
    municipality: Municipality, arrangement: rules.Arrangement, *, problems: _Refusals, actor: Actor, at: datetime
) -> None:
    """Close the arrangement that ran on without an end; refuse what would still overlap."""
    start, own = arrangement.valid.starts_on, Arrangement.objects.filter(municipality=municipality)
    if own.filter(starts_on=start).exists():
        raise problems.one(rules.ProblemKey.SAME_START, "valid", "starts_on", start=start.isoformat())
    other = _overlapping(own, valid=arrangement.valid)
    if other is None:
        return
    if other.ends_before is not None or other.starts_on > start:
        end = "" if other.ends_before is None else other.ends_before.isoformat()
        raise problems.one(rules.ProblemKey.OVERLAP, "valid", "starts_on", start=other.starts_on.isoformat(), end=end)
    other.ends_before = start
    other.save(update_fields=["ends_before"])
    _log("closed", other, actor=actor, at=at, detail={"ends_before": start.isoformat()})


def _overlapping(own: QuerySet[Arrangement], *, valid: Period) -> Arrangement | None:
    """An arrangement that shares a day with this period; one that has an end comes first, as it is not to be closed."""
    sharing = own.filter(Q(ends_before__isnull=True) | Q(ends_before__gt=valid.starts_on))
    if valid.ends_before is not None:
        sharing = sharing.filter(starts_on__lt=valid.ends_before)
    return sharing.order_by(F("ends_before").asc(nulls_last=True)).first()


def _log(
    verb: str, row: Arrangement, *, actor: Actor, at: datetime, detail: dict[str, str | int | bool | None]
) -> None:
    audit.record(
        f"{KIND}.{verb}",
        subject=Subject(KIND, row.pk),
        actor=actor,
        at=at,
        municipality=row.municipality,
        detail=detail,
    )

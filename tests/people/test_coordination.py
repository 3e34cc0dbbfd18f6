"""An area has one organisation at a time that brings its parties together, of its own municipality."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.timezone import localdate

from tests.conftest import AT
from tests.factories import NOBODY, AreaFactory, DivisionFactory, MunicipalityFactory, OrganisationFactory
from wijkaanzet.areas.models import Area
from wijkaanzet.kernel.models import AuditEntry, Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people import labels, operations, queries
from wijkaanzet.people.models import Coordination, Organisation

SINCE = date(2017, 1, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture(name="municipality")
def one_municipality() -> Municipality:
    municipality: Municipality = MunicipalityFactory.create()
    return municipality


@pytest.fixture(name="area")
def one_area(municipality: Municipality) -> Area:
    area: Area = AreaFactory.create(division__municipality=municipality)
    return area


def organisation(municipality: Municipality) -> Organisation:
    found: Organisation = OrganisationFactory.create(municipality=municipality)
    return found


def entrust(area: Area, party: Organisation, since: date = SINCE) -> Coordination:
    return operations.entrust_coordination(area, organisation=party, since=since, actor=NOBODY, at=AT)


def contacts(area: Area) -> queries.Contacts:
    return queries.contacts_of(queries.with_contacts(Area.objects.all()).get(pk=area.pk))


def test_an_area_has_nobody_until_it_is_entrusted(area: Area):
    assert contacts(area).coordinator is None
    party = organisation(area.division.municipality)
    entrust(area, party)
    assert contacts(area).coordinator == party


@pytest.mark.parametrize("days", [0, 1, 200])
def test_another_organisation_takes_its_place_and_the_log_keeps_both(area: Area, days: int):
    first, second = (organisation(area.division.municipality) for _ in range(2))
    entrust(area, first)
    entrust(area, second, SINCE + timedelta(days=days))
    assert contacts(area).coordinator == second
    assert Coordination.objects.get().since == SINCE + timedelta(days=days)
    rows = AuditEntry.objects.filter(action="people.coordination.entrusted").order_by("id")
    assert [(row.subject_id, row.detail["area"]) for row in rows] == [(first.id, area.code), (second.id, area.code)]


def test_nobody_takes_the_place_before_the_present_one_began(area: Area):
    entrust(area, organisation(area.division.municipality))
    with pytest.raises(Refused) as caught:
        entrust(area, organisation(area.division.municipality), SINCE - timedelta(days=1))
    assert caught.value.key == "since_too_early"
    assert str(labels.REFUSALS["since_too_early"]) % caught.value.parameters
    assert AuditEntry.objects.filter(action="people.coordination.entrusted").count() == 1


def test_nobody_takes_the_place_before_the_day_has_come(area: Area):
    tomorrow = localdate(AT) + timedelta(days=1)
    with pytest.raises(Refused) as caught:
        entrust(area, organisation(area.division.municipality), tomorrow)
    with translation.override("en"):
        said = str(labels.REFUSALS[caught.value.key]) % caught.value.parameters
    assert said == f"{tomorrow} is still to come; say it on that day."
    assert contacts(area).coordinator is None
    assert entrust(area, organisation(area.division.municipality), localdate(AT)).since == localdate(AT)


def test_an_organisation_of_elsewhere_is_refused(area: Area):
    with pytest.raises(Refused) as caught:
        entrust(area, organisation(MunicipalityFactory.create()))
    assert caught.value.key == "other_tenant"
    assert not Coordination.objects.exists()


@pytest.mark.both_engines
def test_the_database_keeps_one_for_each_area(area: Area):
    party = organisation(area.division.municipality)
    entrust(area, party)
    with pytest.raises(IntegrityError), transaction.atomic():
        Coordination.objects.create(municipality=party.municipality, area=area, organisation=party, since=SINCE)


def test_one_organisation_may_coordinate_many_areas(municipality: Municipality):
    party = organisation(municipality)
    division = DivisionFactory.create(municipality=municipality)
    areas = [AreaFactory.create(division=division) for _ in range(3)]
    for area in areas:
        entrust(area, party)
    assert {contacts(area).coordinator for area in areas} == {party}

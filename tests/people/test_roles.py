"""A role is held over its own scope, in one municipality, from a day up to a day."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from tests.conftest import AT
from tests.factories import (
    NOBODY,
    START,
    AreaFactory,
    BodyFactory,
    MunicipalityFactory,
    OrganisationFactory,
    UserFactory,
    somebody,
)
from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements.rules import BodyKind
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import AuditEntry, Municipality, OutboxMessage
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people import access, labels, operations
from wijkaanzet.people.models import Body, Membership, Organisation, User
from wijkaanzet.people.rules import INVITED, PAID, SCOPES, SITS_IN, Role, ScopeKind, may_be_held

DAY = timedelta(days=1)
pytestmark = pytest.mark.django_db
Scope = Area | Organisation | Body | None


def scope_of(kind: ScopeKind, municipality: Municipality, role: Role | None = None) -> Scope:
    match kind:
        case ScopeKind.AREA:
            area: Area = AreaFactory.create(division__municipality=municipality)
            return area
        case ScopeKind.BODY:
            seats = SITS_IN.get(role, ()) if role else ()
            body: Body = BodyFactory.create(municipality=municipality, **({"kind": seats[0]} if seats else {}))
            return body
        case ScopeKind.ORGANISATION:
            organisation: Organisation = OrganisationFactory.create(municipality=municipality)
            return organisation
        case ScopeKind.MUNICIPALITY:
            return None


def give(role: Role, municipality: Municipality, scope: Scope, user: User | None = None) -> Membership:
    return operations.give_role(
        user or UserFactory.create(),
        role=role,
        municipality=municipality,
        scope=scope,
        starts_on=START,
        actor=NOBODY,
        at=AT,
    )


def end(membership: Membership, day: date) -> Membership:
    return operations.end_role(membership, ends_before=day, actor=NOBODY, at=AT)


class TestGive:
    @pytest.mark.parametrize("role", Role)
    @pytest.mark.parametrize("kind", ScopeKind)
    def test_takes_a_scope_that_fits_the_role_and_no_other(self, role: Role, kind: ScopeKind):
        municipality = MunicipalityFactory.create()
        scope = scope_of(kind, municipality, role)
        if may_be_held(role, kind):
            made = give(role, municipality, scope)
            assert {made.area, made.body, made.organisation} - {None} == {scope} - {None}
            return
        with pytest.raises(Refused) as caught:
            give(role, municipality, scope)
        assert caught.value.key == "wrong_scope"
        assert not Membership.objects.exists()

    @pytest.mark.parametrize("role", [Role.COORDINATOR, Role.COUNCIL_CLERK, Role.PROVIDER])
    def test_refuses_a_scope_of_another_municipality(self, role: Role):
        scope = scope_of(SCOPES[role], MunicipalityFactory.create())
        with pytest.raises(Refused) as caught:
            give(role, MunicipalityFactory.create(), scope)
        assert caught.value.key == "other_tenant"
        assert str(labels.REFUSALS["other_tenant"]) % caught.value.parameters

    @pytest.mark.parametrize("role", SITS_IN)
    @pytest.mark.parametrize("kind", BodyKind)
    def test_takes_a_body_in_which_the_role_has_a_seat_and_no_other(self, role: Role, kind: BodyKind):
        body = BodyFactory.create(kind=kind)
        if kind in SITS_IN[role]:
            assert give(role, body.municipality, body).body == body
            return
        with pytest.raises(Refused) as caught:
            give(role, body.municipality, body)
        assert caught.value.key == "body_unfit"
        assert str(labels.REFUSALS["body_unfit"]) % caught.value.parameters
        assert not Membership.objects.exists()

    @pytest.mark.parametrize(
        ("period", "given"),
        [
            ({}, True),
            ({"ends_before": localdate(AT) + DAY}, True),
            ({"ends_before": localdate(AT)}, False),
            ({"starts_on": localdate(AT) + DAY}, False),
        ],
    )
    def test_takes_an_area_of_a_division_that_is_in_force_today_only(self, period: dict[str, date], given: bool):
        area = AreaFactory.create(**{f"division__{name}": day for name, day in period.items()})
        if given:
            assert give(Role.RESIDENT, area.division.municipality, area).area == area
            return
        with pytest.raises(Refused) as caught:
            give(Role.RESIDENT, area.division.municipality, area)
        assert caught.value.key == "area_not_now"
        assert str(labels.REFUSALS["area_not_now"]) % caught.value.parameters

    def test_tells_the_person_when_there_is_an_address(self):
        municipality, user = MunicipalityFactory.create(), UserFactory.create(email="wie@proef.example")
        made = give(Role.CONTROLLER, municipality, None, user)
        message = OutboxMessage.objects.get()
        assert (message.recipient, message.subject_id, message.kind) == (user, made.pk, operations.ROLE_GIVEN)

    def test_tells_nobody_without_an_address(self):
        give(Role.CONTROLLER, MunicipalityFactory.create(), None)
        assert not OutboxMessage.objects.exists()

    def test_leaves_a_row_in_the_audit_log_without_a_name(self):
        municipality, user = MunicipalityFactory.create(), UserFactory.create(username="jansen")
        made = give(Role.CONTROLLER, municipality, None, user)
        row = AuditEntry.objects.get()
        assert (row.action, row.subject_id, row.municipality) == ("people.role.given", made.pk, municipality)
        assert row.detail == {
            "role": "controller", "holds": user.pk, "area": None, "organisation": None, "body": None,
            "starts_on": "2016-01-01", "ends_before": None,
        }  # fmt: skip

    def test_is_not_held_twice_over_one_scope_in_one_period(self):
        municipality, user = MunicipalityFactory.create(), UserFactory.create()
        made = give(Role.CONTROLLER, municipality, None, user)
        with pytest.raises(Refused) as caught:
            give(Role.CONTROLLER, municipality, None, user)
        assert caught.value.key == "role_held"
        assert "controller" in str(labels.REFUSALS["role_held"]) % caught.value.parameters
        end(made, START + DAY)
        with pytest.raises(Refused):
            give(Role.CONTROLLER, municipality, None, user)
        Membership.objects.update(starts_on=START - DAY, ends_before=START)
        assert give(Role.CONTROLLER, municipality, None, user).pk != made.pk

    def test_is_held_by_another_or_over_another_scope(self):
        municipality, user = MunicipalityFactory.create(), UserFactory.create()
        first, second = (
            BodyFactory.create(municipality=municipality, key=key, kind="advisory") for key in ("ouderen", "jongeren")
        )
        give(Role.ADVISER, municipality, first, user)
        give(Role.ADVISER, municipality, second, user)
        give(Role.ADVISER, municipality, first)
        assert Membership.objects.count() == 3


class TestEnd:
    def test_a_role_ends_and_the_log_holds_no_free_text(self):
        made = give(Role.CONTROLLER, MunicipalityFactory.create(), None)
        assert end(made, date(2018, 1, 1)).ends_before == date(2018, 1, 1)
        assert AuditEntry.objects.get(action="people.role.ended").reason == ""

    def test_a_role_can_end_earlier_than_was_said_but_not_later(self):
        made = give(Role.CONTROLLER, MunicipalityFactory.create(), None)
        end(made, date(2018, 1, 1))
        assert end(made, date(2017, 1, 1)).ends_before == date(2017, 1, 1)
        for day in (date(2017, 1, 1), date(2018, 1, 1)):
            with pytest.raises(Refused) as caught:
                end(made, day)
            assert caught.value.key == "role_ended"

    @pytest.mark.parametrize("day", [START, START - DAY])
    def test_a_role_does_not_end_before_it_starts(self, day: date):
        made = give(Role.CONTROLLER, MunicipalityFactory.create(), None)
        with pytest.raises(Refused) as caught:
            end(made, day)
        assert caught.value.key == "role_ends_too_early"
        assert str(labels.REFUSALS["role_ends_too_early"]) % caught.value.parameters

    def test_what_another_wrote_meanwhile_counts(self):
        made = give(Role.CONTROLLER, MunicipalityFactory.create(), None)
        end(Membership.objects.get(), date(2017, 1, 1))
        with pytest.raises(Refused) as caught:
            end(made, date(2018, 1, 1))
        assert caught.value.key == "role_ended"


class TestAccess:
    @pytest.fixture
    def town(self) -> Municipality:
        return MunicipalityFactory.create()

    def test_a_role_counts_from_its_first_day_up_to_its_last(self, town: Municipality):
        actor = somebody(Role.CONTROLLER, town)
        end(Membership.objects.get(), date(2018, 1, 1))
        days = [START - DAY, START, date(2017, 12, 31), date(2018, 1, 1)]
        assert [access.memberships(actor, town, on=day).exists() for day in days] == [False, True, True, False]

    def test_a_closed_account_has_no_roles(self, town: Municipality):
        actor = somebody(Role.CONTROLLER, town)
        User.objects.update(is_active=False)
        assert not access.memberships(actor, town, on=START).exists()

    def test_a_visitor_and_somebody_of_elsewhere_have_no_roles(self, town: Municipality):
        actor = somebody(Role.CONTROLLER, town)
        assert not access.memberships(Actor(None, Channel.WEB), town, on=START).exists()
        assert not access.memberships(actor, MunicipalityFactory.create(), on=START).exists()

    @pytest.mark.parametrize("role", [role for role in Role if SCOPES[role] is ScopeKind.MUNICIPALITY])
    def test_only_who_administers_or_audits_roles_sees_them_all(self, town: Municipality, role: Role):
        seen = access.sees_roles(access.memberships(somebody(role, town), town, on=START))
        assert seen is (role in {Role.FUNCTIONAL_ADMIN, Role.AUDITOR})

    def test_organisations_of_another_municipality_stay_there(self, town: Municipality):
        own = OrganisationFactory.create(municipality=town)
        OrganisationFactory.create()
        assert list(access.public_organisations(town)) == [own]


@pytest.mark.both_engines
class TestConstraint:
    @pytest.mark.parametrize("role", Role)
    def test_lets_each_role_have_its_own_scope_only(self, role: Role):
        municipality = MunicipalityFactory.create()
        common = {"user": UserFactory.create(), "municipality": municipality, "role": role, "starts_on": START}
        for kind in ScopeKind:
            scope = scope_of(kind, municipality)
            columns = {**common, **({kind.value: scope} if scope else {})}
            if may_be_held(role, kind):
                assert Membership.objects.create(**columns).pk
                continue
            with pytest.raises(IntegrityError, match="role_has_its_own_scope"), transaction.atomic():
                Membership.objects.create(**columns)

    def test_refuses_two_scopes_and_an_unknown_role(self):
        area, body = AreaFactory.create(), BodyFactory.create()
        common = {"user": UserFactory.create(), "municipality": body.municipality, "starts_on": START}
        with pytest.raises(IntegrityError, match="role_has_its_own_scope"), transaction.atomic():
            Membership.objects.create(**common, role=Role.COORDINATOR, area=area, body=body)
        with pytest.raises(IntegrityError, match="role_has_its_own_scope"), transaction.atomic():
            Membership.objects.create(**common, role="burgemeester")


def test_every_role_has_a_scope_and_words_and_is_paid_or_invited():
    assert set(SCOPES) == set(labels.ROLES) == set(labels.MOVERS) == set(Role)
    assert set(Role) == PAID | INVITED
    assert not PAID & INVITED

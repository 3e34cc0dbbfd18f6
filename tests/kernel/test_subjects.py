"""A subject is pointed at by kind and id; its owner says what it is called and who may know."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories import NOBODY, MunicipalityFactory, OrganisationFactory, UserFactory, install, somebody
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Membership
from wijkaanzet.people.rules import Role

pytestmark = pytest.mark.django_db


def test_a_kind_has_one_owner():
    with pytest.raises(ValueError, match=r"people\.body is registered twice"):
        subjects.register("people.body", label=lambda ids, viewer: {}, visible=lambda actor, ids: set())


def test_an_unknown_kind_is_a_mistake_in_our_code():
    with pytest.raises(KeyError):
        subjects.labels([Subject("proef.niets", 1)], NOBODY)


def test_each_viewer_reads_the_names_of_what_is_visible_only():
    owner = somebody(Role.CONTROLLER, MunicipalityFactory.create())
    membership = Subject("people.membership", Membership.objects.get().pk)
    other = Actor(user_id=UserFactory.create().pk, channel=Channel.WEB)
    assert subjects.labels([membership], owner) == {membership: "controller"}
    assert subjects.labels([membership], other) == subjects.labels([membership], NOBODY) == {}


def test_an_account_is_known_to_its_holder_alone():
    one, other = UserFactory.create(), UserFactory.create()
    asked = [Subject("people.account", one.pk), Subject("people.account", other.pk)]
    found = subjects.labels(asked, Actor(user_id=one.pk, channel=Channel.WEB))
    assert found == {asked[0]: f"#{one.pk}"}


def test_many_subjects_cost_as_many_queries_as_one(django_assert_num_queries: DjangoAssertNumQueries):
    municipality = install().municipality
    bodies = [Subject("people.body", body.pk) for body in municipality.bodies.all()]
    holders = [Subject("people.organisation", one.pk) for one in OrganisationFactory.create_batch(20)]
    with django_assert_num_queries(2):
        few = subjects.labels([bodies[0], holders[0]], NOBODY)
    with django_assert_num_queries(2):
        many = subjects.labels([*bodies, *holders], NOBODY)
    assert (len(few), len(many)) == (2, len(bodies) + 20)


@pytest.mark.parametrize("kind", sorted(subjects.kinds()))
def test_every_kind_answers_about_nothing_and_about_what_is_gone(kind: str):
    assert subjects.labels([], NOBODY) == {}
    assert subjects.labels([Subject(kind, 987654321)], NOBODY) == {}

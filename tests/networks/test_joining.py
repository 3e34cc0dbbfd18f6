"""Somebody is invited to take part by a code in a letter: who may use it, how often, and until when."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import AT
from tests.factories import BodyFactory, OrganisationFactory, UserFactory, at_once, somebody
from tests.networks.table import EMAIL, NAME, PLANTED, VISITOR, Table, later, lay_table, refused_key
from wijkaanzet.kernel import open_moves, subjects
from wijkaanzet.kernel.codes import LENGTH, code_hash, new_code, spelled, typed
from wijkaanzet.kernel.models import AuditEntry, OpenMove
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, operations, queries
from wijkaanzet.networks.models import Invitation, Member
from wijkaanzet.networks.operations import Asked, ForWhom, Named
from wijkaanzet.networks.rules import INVITATION, InvitationStatus
from wijkaanzet.networks.rules.joining import MOST_WAITING
from wijkaanzet.people.rules import Role

TODAY = AT.date()
WHOM = "Mevrouw Roerdomp, Kerkstraat"


def ask(table: Table, **asked: object) -> Invitation:
    return operations.invite_to_join(
        table.network,
        asked=Asked(**{"for_whom": ForWhom(words=WHOM), **asked}),  # type: ignore[arg-type]
        actor=table.coordinator,
        at=AT,
    )


def code_of(invitation: Invitation) -> str:
    return queries.invitation_words(invitation).code


def join(invitation: Invitation, *, name: str = NAME, days: int = 0) -> Member:
    return operations.join(invitation, named=Named(name=name), actor=VISITOR, at=later(days))


def move_of(invitation: Invitation) -> OpenMove | None:
    return OpenMove.objects.filter(subject_kind=INVITATION, subject_id=invitation.pk).first()


@given(st.text(alphabet=" -–.\tABCabcdefghjk23456789", max_size=40))
def test_a_code_is_known_however_it_is_typed(noise: str):
    code = new_code()
    assert typed(spelled(code).upper()) == typed(f" {code} ") == code
    assert len(code) == LENGTH
    assert typed(noise) in ("", "".join(letter for letter in noise.lower() if letter.isalnum()))


def test_who_has_the_code_takes_part_once(table: Table):
    seat = table.seat()
    invitation = ask(table, seat=seat)
    found = access.invitations_of_code(table.municipality, spelled(code_of(invitation)))
    assert list(found) == [invitation]
    member = join(invitation)
    assert (member.network, member.seat, member.as_resident, member.user) == (table.network, seat, True, None)
    assert [one.named.name for one in queries.members_of(table.network)] == [NAME]
    with pytest.raises(Refused) as refused:
        join(invitation)
    assert refused.value.key == "invitation_used"


def test_somebody_joins_with_an_account_and_for_an_organisation(table: Table):
    school = OrganisationFactory.create(municipality=table.municipality)
    invitation = ask(table, for_whom=ForWhom(as_resident=False), organisation=school)
    user = UserFactory.create()
    member = operations.join(invitation, named=Named(name=NAME, email=EMAIL), user=user, actor=VISITOR, at=AT)
    assert (member.user, member.organisation, member.as_resident) == (user, school, False)


def test_a_seat_that_was_taken_meanwhile_keeps_nobody_out(table: Table):
    invitation = ask(table, seat=(seat := table.seat()))
    table.member("Merel", seat=seat)
    assert join(invitation).seat is None


def test_for_whom_it_is_and_its_code_are_sealed_and_gone_once_it_was_used_or_let_go(table: Table):
    used, over = ask(table), ask(table)
    raw = bytes(Invitation.objects.get(pk=used.pk).kept or b"")
    assert not any(word.encode() in raw for word in (*PLANTED, "Kerkstraat", code_of(used)))
    join(used)
    operations.end_invitation(over, actor=table.coordinator, at=AT)
    for invitation, status in ((used, InvitationStatus.ACCEPTED), (over, InvitationStatus.OVER)):
        invitation.refresh_from_db()
        told = queries.invitation_words(invitation)
        assert (invitation.status, told.code, told.for_whom, invitation.kept) == (status, "", "", None)
    rows = AuditEntry.objects.filter(action__startswith="networks.invitation.")
    assert {row.action.rpartition(".")[2] for row in rows} == {"made", "accepted", "ended"}
    assert not any(word in str([row.detail for row in rows]) for word in (*PLANTED, "Kerkstraat"))


@pytest.mark.parametrize(("days", "works"), [(42, True), (43, False)])
def test_a_code_works_until_its_last_day(table: Table, days: int, works: bool):
    invitation = ask(table)
    assert invitation.lapses_on == TODAY + timedelta(days=42)
    if works:
        assert join(invitation, days=days).pk
        return
    with pytest.raises(Refused) as refused:
        join(invitation, days=days)
    assert refused.value.key == "invitation_over"
    assert not Member.objects.exists()


def test_nobody_is_late_and_the_coordinator_asks_again_once_it_lapsed(table: Table):
    invitation = ask(table)
    move = move_of(invitation)
    assert move is not None
    assert (move.role, move.action, move.due_on) == ("coordinator", "networks.ask_again", None)
    assert move.rest_look_again_on == invitation.lapses_on + timedelta(days=1)
    assert not list(open_moves.differences())
    join(invitation)
    assert move_of(invitation) is None


def test_what_was_let_go_works_no_more(table: Table):
    invitation = operations.end_invitation(ask(table), actor=table.coordinator, at=AT)
    for act, key in (
        (lambda: join(invitation), "invitation_over"),
        (lambda: operations.end_invitation(invitation, actor=table.coordinator, at=AT), "invitation_settled"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.key == key


@pytest.mark.done("6.bad-input")
@pytest.mark.parametrize(
    ("name", "email", "key"),
    [
        (" ", "", "member_without_name"),
        ("é" * 100_000, "", "network_words_too_long"),
        (NAME, "geen adres", "member_email"),
    ],
)
def test_what_is_not_right_leaves_the_code_as_it_was(table: Table, name: str, email: str, key: str):
    invitation = ask(table)
    with pytest.raises(Refused) as refused:
        operations.join(invitation, named=Named(name=name, email=email), actor=VISITOR, at=AT)
    assert refused.value.key == key
    invitation.refresh_from_db()
    assert invitation.status == InvitationStatus.WAITING


def test_what_cannot_be_offered_is_refused(table: Table):
    foreign, own = OrganisationFactory.create(), OrganisationFactory.create(municipality=table.municipality)
    table.member(seat=(taken := table.seat()))
    for asked, key in (
        ({"for_whom": ForWhom(as_resident=False), "organisation": foreign}, "other_tenant"),
        ({"organisation": own}, "resident_for_organisation"),
        ({"seat": taken}, "seat_taken"),
        ({"for_whom": ForWhom(words="é" * 121)}, "network_words_too_long"),
    ):
        with pytest.raises(Refused) as refused:
            ask(table, **asked)
        assert refused.value.key == key
    assert not Invitation.objects.exists()


def test_letters_that_nobody_answers_do_not_pile_up(table: Table):
    for _ in range(MOST_WAITING):
        ask(table)
    with pytest.raises(Refused) as refused:
        ask(table)
    assert refused_key(refused.value) == ("invitations_too_many", {"most": MOST_WAITING})


def test_only_who_keeps_the_network_knows_who_is_invited(table: Table):
    invitation, town = ask(table), table.municipality
    stranger = somebody(Role.POLICY_OFFICER, BodyFactory.create().municipality)
    for actor, knows in (
        (table.coordinator, True),
        (table.area_manager, True),
        (table.sits, False),
        (table.elsewhere, False),
        (stranger, False),
        (VISITOR, False),
    ):
        assert (invitation in access.own_invitations(actor, town, on=TODAY)) is knows
        assert bool(access.visible_invitations(actor, [invitation.pk], on=TODAY)) is knows
    assert subjects.labels([Subject(INVITATION, invitation.pk)], VISITOR) == {}


def test_a_code_works_in_its_own_municipality_only(table: Table):
    other = BodyFactory.create(kind="network").municipality
    assert not access.invitations_of_code(other, code_of(ask(table))).exists()
    assert not access.invitations_of_code(table.municipality, "geen code").exists()
    assert not access.invitations_of_code(table.municipality, new_code()).exists()


@pytest.mark.both_engines
@pytest.mark.django_db(transaction=True)
def test_two_who_use_one_code_at_once_do_not_both_take_part():
    table = lay_table()
    invitation = ask(table)
    answers = at_once(lambda: join(invitation, name="Een"), lambda: join(invitation, name="Twee"))
    assert sorted(type(one).__name__ for one in answers) == ["Member", "Refused"]
    assert Member.objects.count() == 1


def test_the_kept_hash_is_of_the_code(table: Table):
    invitation = ask(table)
    assert invitation.code_hash == code_hash(code_of(invitation))

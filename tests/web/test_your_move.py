"""What waits for you: the moves of your own roles, how soon they ask, and nothing of anybody else."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client

from tests.helpers.queries import assert_same_queries
from tests.web.telling import received
from tests.web.world import World
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.rules import PROCESS
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import Municipality, OpenMove
from wijkaanzet.people.models import Body, Membership, User
from wijkaanzet.people.rules import Role
from wijkaanzet.web.moves.words import RESTS_WITH

PAGE = "/tilburg/aan-zet/"
TODAY = START.date()  # a Monday
YESTERDAY = TODAY - timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo on the day it starts."""
    monkeypatch.setattr(clock, "now", lambda: START)


def html(user: User | None, page: str = PAGE) -> str:
    client = Client()
    if user is not None:
        client.force_login(user)
    answer = client.get(page)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def text(user: User | None, page: str = PAGE) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(user, page)))


def acts(user: User) -> list[str]:
    """The badge and the title of each thing that waits, in their order."""
    rows = re.findall(r'wz-turn-soon">\s*(.+?)</p>.*?<h3>(.+?)</h3>', html(user), re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", f"{badge}: {title}").split()).replace(" :", ":") for badge, title in rows]


def ask(role: Role, scope: Area | Body | Municipality, *, number: int = 1, **days: object) -> OpenMove:
    """A move of a subject of its own, which waits for a role over a scope."""
    kind = {Area: "area", Body: "body", Municipality: "municipality"}[type(scope)]
    return OpenMove.objects.create(
        municipality=tilburg(),
        subject_kind="decisions.decision",
        subject_id=900_000 + number,
        state="asked",
        role=role,
        scope_kind=kind,
        scope_id=scope.pk,
        action="decisions.publish",
        **days,
    )


def tilburg() -> Municipality:
    return Municipality.objects.get(slug="tilburg")


def area_of(user: User) -> Area:
    return Area.objects.get(membership__user=user)


def only(user: User) -> None:
    """Nothing else waits for anybody."""
    OpenMove.objects.all().delete()
    assert acts(user) == []


class TestSomebody:
    def test_sees_what_waits_for_all_areas_as_one_act_with_their_names(self, world: World):
        user = world.here[Role.POLICY_OFFICER]
        OpenMove.objects.exclude(subject_kind=PROCESS).delete()
        assert len(acts(user)) == 1
        page = text(user)
        assert "U bent aan zet Eén ding wacht op u." in page
        assert "11 wijken, 2018" in page
        names = Area.objects.filter(division__municipality=tilburg()).order_by("name").values_list("name", flat=True)
        assert f"{', '.join(list(names)[:-1])} en {list(names)[-1]}" in page
        assert "nog 14 dagen tot en met 16 oktober 2017" in page

    def test_sees_one_act_per_area_of_an_own_area(self, world: World):
        user = world.here[Role.COORDINATOR]
        year = AreaYear.objects.get(area=area_of(user), year=2018)
        move = OpenMove.objects.get(subject_kind=PROCESS, subject_id=year.pk)
        OpenMove.objects.filter(pk=move.pk).update(
            action="cycle.open_plan", role=Role.COORDINATOR, scope_kind="area", scope_id=year.area_id
        )
        page = html(user)
        assert f'href="/tilburg/wijken/{year.area.slug}/plan/2018/"' in page
        assert page.count('<article class="wz-card">') == 1

    def test_is_over_the_term_the_day_after_it_and_reads_that_first(self, world: World):
        user = world.here[Role.POLICY_OFFICER]
        only(user)
        ask(Role.POLICY_OFFICER, tilburg(), number=1, due_on=TODAY + timedelta(days=7))
        ask(Role.POLICY_OFFICER, tilburg(), number=2, due_on=TODAY)
        ask(Role.POLICY_OFFICER, tilburg(), number=3, due_on=YESTERDAY)
        soon = [act.split(":")[0] for act in acts(user)]
        assert soon == ["Over de termijn", "Deze week", "Straks"]
        page = text(user)
        assert "Drie dingen wachten op u. Eén is over de termijn." in page
        assert "1 dag voorbij tot en met 1 oktober 2017" in page
        assert "vandaag tot en met 2 oktober 2017" in page

    def test_reads_in_which_role_it_is_asked_when_there_are_two(self, world: World):
        user = world.here[Role.POLICY_OFFICER]
        row = "<span>beleidsmedewerker van de gemeente</span>"
        assert row not in html(user)
        Membership.objects.filter(user=world.here[Role.CONTROLLER]).update(user=user)
        assert row in html(user)

    def test_reads_what_rests_with_who_why_and_when_it_is_looked_at(self, world: World):
        user = world.here[Role.CONTROLLER]
        only(user)
        ask(
            Role.CONTROLLER,
            tilburg(),
            rest_who="area_manager",
            rest_why="We wachten op de cijfers.",
            rest_look_again_on=date(2017, 11, 1),
        )
        page = text(user)
        assert [act.split(":")[0] for act in acts(user)] == ["Rust"]
        assert "U bent nu niet aan zet Eén ding rust nu." in page
        assert "We wachten op de cijfers. Afgesproken door: wijkmanager" in page
        assert "We kijken opnieuw op 1 november 2017." in page

    def test_who_is_done_reads_who_is_to_move_meanwhile(self, world: World):
        page = text(world.here[Role.CONTROLLER])
        assert "U bent nu niet aan zet Er wacht niets op u." in page
        assert "De gemeente is aan zet. De gemeente verzamelt de cijfers voor 2018." in page
        assert "Zodra u aan zet bent, ziet u het hier." in page

    def test_finds_the_page_in_the_menu(self, world: World):
        assert 'href="/tilburg/aan-zet/"' in html(world.here[Role.CONTROLLER], "/tilburg/")
        assert 'href="/tilburg/aan-zet/"' not in html(None, "/tilburg/")

    def test_sees_all_areas_by_name_and_where_they_stand(self, world: World):
        page = html(world.here[Role.POLICY_OFFICER])
        names = re.findall(r'href="/tilburg/wijken/[a-z-]+/">([^<]+)</a>', page)
        assert len(names) == 11
        assert names == sorted(names)
        assert "De wijken in één oogopslag" in page
        assert "Verkennen 2018" in page
        assert "wz-badge-move" in page

    def test_sees_areas_that_stand_alike_in_one_card_and_any_other_in_its_own(self, world: World):
        user = world.here[Role.POLICY_OFFICER]
        assert html(user).count('<article class="wz-card wz-alike">') == 1
        ahead = AreaYear.objects.get(area__slug="noord", area__division__municipality=tilburg(), year=2018)
        OpenMove.objects.filter(subject_kind=PROCESS, subject_id=ahead.pk).delete()
        AreaYear.objects.filter(pk=ahead.pk).update(status="plan_opened", network_starts_on=TODAY)
        page = html(user)
        together, own = page.split('<article class="wz-card">')
        assert page.count('<article class="wz-card wz-alike">') == 1
        assert len(re.findall(r'href="/tilburg/wijken/[a-z-]+/">', together)) == 10
        assert "Plannen 2018" in own
        assert 'href="/tilburg/wijken/noord/"' in own


class TestInvited:
    @pytest.mark.parametrize("lapses_on", [TODAY, date(2017, 11, 13)])
    def test_is_never_late_and_reads_who_takes_over(self, world: World, lapses_on: date):
        user = world.here[Role.ADVISER]
        only(user)
        ask(
            Role.ADVISER,
            Body.objects.get(membership__user=user),
            lapses_on=lapses_on,
            falls_back_to=Role.POLICY_OFFICER,
        )
        page = html(user)
        assert [act.split(":")[0] for act in acts(user)] == ["Uitnodiging"]
        assert "wz-badge-brick" not in page
        assert "wz-turn-over" not in page
        assert "termijn" not in text(user)
        assert "Eén uitnodiging ligt voor u klaar. Het mag, het hoeft niet." in text(user)
        assert "Daarna neemt de gemeente het over." in text(user)

    def test_that_lapsed_falls_back_to_the_whole_municipality(self, world: World):
        user, adviser = world.here[Role.POLICY_OFFICER], world.here[Role.ADVISER]
        only(user)
        body = Body.objects.get(membership__user=adviser)
        ask(Role.ADVISER, body, lapses_on=TODAY, falls_back_to=Role.POLICY_OFFICER)
        assert acts(user) == []
        OpenMove.objects.update(lapses_on=YESTERDAY)
        assert [act.split(":")[0] for act in acts(user)] == ["Deze week"]
        assert "De uitnodiging aan het adviesorgaan liep af op 1 oktober 2017. Nu neemt u het over." in text(user)
        assert acts(adviser) == []

    def test_that_lapsed_falls_back_to_who_has_the_same_area(self, world: World):
        user = world.here[Role.AREA_MANAGER]
        only(user)
        own = area_of(user)
        other = Area.objects.filter(division=own.division).exclude(pk=own.pk).order_by("pk")[0]
        ask(Role.RESIDENT, other, number=1, lapses_on=YESTERDAY, falls_back_to=Role.AREA_MANAGER)
        assert acts(user) == []
        ask(Role.RESIDENT, own, number=2, lapses_on=YESTERDAY, falls_back_to=Role.AREA_MANAGER)
        assert len(acts(user)) == 1


class TestNobodyElses:
    def test_moves_of_another_municipality_are_never_shown(self, world: World):
        assert acts(world.elsewhere[Role.POLICY_OFFICER]) == []
        OpenMove.objects.update(municipality=Municipality.objects.get(slug="oude-ijsselstreek"))
        assert acts(world.here[Role.POLICY_OFFICER]) == []

    def test_another_role_over_the_same_municipality_sees_nothing(self, world: World):
        assert acts(world.here[Role.AUDITOR]) == []

    def test_a_role_that_ended_yesterday_sees_nothing(self, world: World):
        user = world.here[Role.POLICY_OFFICER]
        Membership.objects.filter(user=user).update(ends_before=TODAY)
        assert acts(user) == []
        assert "U hebt geen rol in Tilburg." in text(user)

    def test_who_has_no_role_here_reads_whom_to_call(self, world: World):
        page = text(world.elsewhere[Role.CONTROLLER])
        assert "U hebt geen rol in Tilburg. Hier wacht dus niets op u." in page
        assert "14 013" in page

    def test_a_visitor_reads_how_to_log_in(self):
        page = html(None)
        assert "Log in. Dan ziet u hier wat op u wacht." in page
        assert re.search(r'class="wz-button" href="/(demo|account/login)/\?next=%2Ftilburg%2Faan-zet%2F"', page)


class TestNeighbourhood:
    def test_gives_who_is_to_move_the_button_to_where_it_is_done(self, world: World):
        OpenMove.objects.filter(subject_kind=PROCESS).update(action="cycle.open_plan")
        page = html(world.here[Role.POLICY_OFFICER], "/tilburg/wijken/noord/")
        assert '/tilburg/wijken/noord/plan/2018/"' in page
        assert "U hoeft nu niets te doen." not in page
        assert "U bent aan zet." in page

    @pytest.mark.parametrize("role", [None, Role.CONTROLLER])
    def test_asks_nothing_of_anybody_else(self, world: World, role: Role | None):
        page = html(world.here[role] if role else None, "/tilburg/wijken/noord/")
        assert "U hoeft nu niets te doen." in page
        assert "/plan/2018/" not in page

    def test_costs_at_most_fifteen_queries_for_who_is_to_move(self, world: World):
        client = Client()
        client.force_login(world.here[Role.POLICY_OFFICER])
        OpenMove.objects.filter(subject_kind=PROCESS).update(action="cycle.open_plan")
        assert_same_queries(client, "/tilburg/wijken/noord/", lambda: None, at_most=15)


def test_costs_the_same_with_a_hundred_and_one_moves(world: World):
    client = Client()
    user = world.here[Role.POLICY_OFFICER]
    client.force_login(user)
    OpenMove.objects.exclude(subject_kind=PROCESS).delete()  # what people tell has a test of its own below
    for number in range(2):
        ask(Role.POLICY_OFFICER, tilburg(), number=number, due_on=TODAY + timedelta(days=number))

    def grow() -> None:
        division = Division.objects.get(municipality__slug="tilburg")
        for number in range(2, 101):
            ask(Role.POLICY_OFFICER, tilburg(), number=number, due_on=TODAY + timedelta(days=number))
            area = Area.objects.create(division=division, code=f"N{number}", slug=f"n-{number}", name=f"N {number:03}")
            AreaYear.objects.create(area=area, year=2018, status="figures", status_since=TODAY)

    assert_same_queries(client, PAGE, grow, at_most=20)
    assert len(acts(user)) == 50
    page = html(user)
    assert "?pagina=2" in page
    assert len(re.findall(r'href="/tilburg/wijken/[a-z0-9-]+/">', page)) == 50
    assert "Alle wijken" in page


def test_what_people_told_says_how_where_and_when(world: World):
    user = world.here[Role.COORDINATOR]
    area = area_of(user)
    received(area.division.municipality, area)
    assert f"Verteld op deze site, over {area.name}, 2 oktober 2017" in text(user)


def test_costs_the_same_however_much_people_told(world: World):
    client = Client()
    client.force_login(world.here[Role.COORDINATOR])

    def grow() -> None:
        area = area_of(world.here[Role.COORDINATOR])
        for _ in range(20):
            received(area.division.municipality, area)

    assert_same_queries(client, PAGE, grow, at_most=60)  # four or five for each kind that waits, five for networks


def test_everybody_with_whom_something_rests_has_words(world: World):
    resting = set(OpenMove.objects.exclude(rest_who="").values_list("rest_who", flat=True))
    assert {"teller", "network"} <= resting <= set(RESTS_WITH)

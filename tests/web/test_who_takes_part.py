"""Who takes part in a network, over HTTP: shown from ten people, beside who lives there, and counted from cards."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils.text import capfirst
from django.utils.translation import gettext

from tests.conftest import AT
from tests.helpers.queries import assert_same_queries
from tests.networks.table import MEETING_ON, NAME, Table, later
from tests.scans.figure_town import PEOPLE, put, wijk
from tests.web.division_town import browser
from tests.web.network_pages import WHO, at, of, refused, text
from wijkaanzet.areas.models import AreaPart
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.labels import CARD_GROUPS
from wijkaanzet.networks.models import CardTally, Meeting, Member, Presence
from wijkaanzet.networks.rules import GROUPS, CardGroup, CardQuestion, Tally
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.web.networks import words

pytestmark = pytest.mark.django_db

PAGE = "wie-doet-mee/"
SHARES = {"jonger-dan-15": 15, "van-15-tot-25": 15, "van-25-tot-45": 30, "van-45-tot-65": 25, "65-en-ouder": 15}
GREY: Tally = {CardGroup.FROM_45_TO_65: 12, CardGroup.FROM_65: 20, CardGroup.WITH_CHILDREN: 3}


def figures(table: Table) -> None:
    """How old the people are who live in the area."""
    AreaPart.objects.create(area=table.area, year=2016, cbs_code=wijk(1), cbs_name="Zuid")
    shares = [Column(key, key, ColumnKind.PERCENTAGE, of=PEOPLE.key, indicator=key) for key in SHARES]
    put(table.area.division, {wijk(1): {PEOPLE.key: 4000, **SHARES}}, [PEOPLE, *shares], year=2017)


def met(
    table: Table, members: Sequence[Member] = (), *, cards: Tally | None = None, on: datetime = MEETING_ON
) -> Meeting:
    """A meeting with who came, members and so many others that they can have filled in the cards."""
    others = sum(cards.values()) if cards else 0
    attended = networks.Attended(members=[one.pk for one in members], others_residents=others)
    meeting = table.held(starts_at=on, attended=attended)
    if cards:
        networks.count_cards(meeting, cards=cards, actor=table.coordinator, at=on)
    return meeting


class TestReading:
    def test_a_network_of_which_nothing_is_known_says_so(self, table: Table):
        page = text(Client(), at(table, PAGE))
        assert gettext("We say this once ten people of this network have come in a year.") in page
        assert (
            gettext("We cannot say that yet. For that at least ten people have to fill in a card at one meeting.")
            in page
        )

    def test_nothing_is_shown_below_ten_people(self, table: Table):
        figures(table)
        met(table, [table.member(f"{NAME} {n}") for n in range(9)], cards={CardGroup.FROM_65: 9})
        context = Client().get(at(table, PAGE)).context["page"]
        assert (context.hardly, context.came, context.questions, context.known) == ((), (), (), False)
        assert [row.cells for row in context.years.rows] == [(1, None, None, None)]

    def test_who_came_is_told_in_words_so_that_nobody_knows_how_many_were_new(self, table: Table):
        members = [table.member(f"{NAME} {n}") for n in range(12)]
        for days in (0, 7, 14):
            met(table, members[:11], on=AT + timedelta(days=days))
        for days in (92, 99, 106, 113):
            met(table, members[:11], on=AT + timedelta(days=days))
        met(table, members, on=AT + timedelta(days=120))
        page = Client().get(at(table, PAGE)).context["page"]
        yes = gettext("yes")
        assert [(row.label, row.cells) for row in page.years.rows] == [
            ("2017", (3, 10, gettext("it was the first year"), yes)),
            ("2018", (5, 10, gettext("at least half had come before"), yes)),
        ]
        assert page.came == (
            gettext("In %(year)s about %(persons)s different people of this network came.")
            % {"year": 2018, "persons": 10},
            gettext("At least half of them had come in a year before."),
            gettext("Most of them came to more than half of the %(meetings)s.") % {"meetings": "5 bijeenkomsten"},
            gettext("So it is mostly the same people who come."),
        )
        assert NAME not in text(Client(), at(table, PAGE))

    @pytest.mark.parametrize("who", [None, *WHO])
    @pytest.mark.parametrize("step", ["", PAGE])
    def test_a_single_newcomer_is_told_to_nobody(self, table: Table, who: str | None, step: str):
        members = [table.member(f"{NAME} {n}") for n in range(12)]
        met(table, members[:11])
        met(table, members[:11], on=AT + timedelta(days=92))
        client = browser(getattr(table, who) if who else None)
        before = text(client, at(table, step))
        assert gettext("At least half of them had come in a year before.") in before
        Presence.objects.create(meeting=Meeting.objects.get(starts_at__year=2018), member=members[-1])
        # The report says how many came; nothing else changed.
        assert text(client, at(table, step)) == before.replace(words.people_came(11), words.people_came(12), 1)

    def test_whom_people_hardly_see_is_said_beside_who_lives_there(self, table: Table):
        figures(table)
        met(table, cards=GREY)
        page = Client().get(at(table, PAGE)).context["page"]
        assert page.known
        missed = (CardGroup.FROM_15_TO_25, CardGroup.FROM_25_TO_45)
        assert [str(CARD_GROUPS[one]) in said for one, said in zip(missed, page.hardly, strict=True)] == [True, True]
        ages = page.questions[0]
        assert [(row.label, row.cells) for row in ages.twin.rows] == [
            (capfirst(str(CARD_GROUPS[group])), cells)
            for group, cells in zip(
                GROUPS[CardQuestion.AGE], [(0, 15), (0, 15), (0, 30), (33, 25), (67, 15)], strict=True
            )
        ]
        assert [row.cards.width for row in ages.rows][-2:] == ["33.0%", "67.0%"]

    def test_a_group_of_few_people_is_not_shown_and_does_not_follow_from_the_others(self, table: Table):
        met(table, cards={CardGroup.WITH_CHILDREN: 3, CardGroup.WITHOUT_CHILDREN: 20})
        met(table, cards={CardGroup.WITH_CHILDREN: 4, CardGroup.WITHOUT_CHILDREN: 20}, on=later(60))
        assert Client().get(at(table, PAGE)).context["page"].questions == ()
        met(table, cards={CardGroup.UNDER_15: 3, CardGroup.FROM_65: 20, CardGroup.FROM_45_TO_65: 10}, on=later(90))
        (ages,) = Client().get(at(table, PAGE)).context["page"].questions
        assert [row.cells for row in ages.twin.rows] == [(None,), (0,), (0,), (None,), (57,)]

    def test_a_group_without_a_figure_is_shown_by_itself(self, table: Table):
        met(table, cards={CardGroup.NEW_HERE: 10, CardGroup.LONGER_HERE: 10})
        question = Client().get(at(table, PAGE)).context["page"].questions[0]
        assert (question.twin.columns, [row.lives for row in question.rows]) == (
            (gettext("of every 100 cards"),),
            [None, None],
        )

    def test_free_seats_are_named(self, table: Table):
        table.member(seat=table.seat("bewoner"))
        table.seat("huisarts")
        assert [one.name for one in Client().get(at(table, PAGE)).context["page"].free_seats] == ["Huisarts"]

    def test_costs_the_same_however_many_meetings_and_cards_there_are(self, table: Table):
        figures(table)
        met(table, [table.member()], cards=GREY)

        def grow() -> None:
            for number in range(6):
                member = table.member(f"{NAME} {number}", seat=table.seat(f"zetel {number}"))
                met(table, [member], cards=GREY, on=later(30 + number))

        assert_same_queries(browser(table.coordinator), at(table, PAGE), grow, at_most=25)


class TestCounting:
    def test_who_keeps_the_network_counts_the_cards_of_a_meeting(self, table: Table):
        meeting = met(table)
        client = browser(table.coordinator)
        links = [one.href for one in client.get(at(table, PAGE)).context["page"].to_count]
        assert links == [of(meeting, "kaartjes/")]
        answer = client.post(links[0], {"from_65": "12", "from_45_to_65": "", "with_children": "0"})
        assert (answer.status_code, answer["Location"]) == (302, at(table, PAGE))
        assert list(CardTally.objects.values_list("group", "count")) == [("from_65", 12)]
        assert 'value="12"' in client.get(links[0]).content.decode()

    @pytest.mark.parametrize("who", [None, "officer", "sits", "elsewhere"])
    def test_others_do_not(self, table: Table, who: str | None):
        meeting = met(table)
        client = browser(getattr(table, who) if who else None)
        assert client.get(of(meeting, "kaartjes/")).status_code == 404
        assert not client.get(at(table, PAGE)).context["page"].to_count

    def test_before_it_is_known_who_came_the_page_leads_back(self, table: Table):
        meeting, client = table.invited(), browser(table.coordinator)
        answer = client.get(of(meeting, "kaartjes/"))
        assert (answer.status_code, answer["Location"]) == (302, of(meeting))
        assert refused(client.post(of(meeting, "kaartjes/"), {"from_65": "2"}), "cards_before_meeting")

    @pytest.mark.done("6.bad-input")
    @pytest.mark.parametrize("wrong", ["-1", "5001", "twaalf", "<script>", "🌳", "1" * 100_000])
    def test_what_is_no_number_is_said_beside_it_and_the_rest_is_kept(self, table: Table, wrong: str):
        meeting = met(table)
        answer = browser(table.coordinator).post(of(meeting, "kaartjes/"), {"from_65": "12", "new_here": wrong})
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == ["new_here"]
        assert 'value="12"' in answer.content.decode()
        assert not CardTally.objects.exists()


class TestPaper:
    @pytest.mark.parametrize("who", [None, *WHO])
    def test_everybody_can_print_the_card(self, table: Table, who: str | None):
        answer = browser(getattr(table, who) if who else None).get(at(table, "kaartje.pdf"))
        assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
        assert answer.content.startswith(b"%PDF-")

"""Every page, as every role, as a visitor and as somebody of another municipality: what the permission table says.

A visit looks and changes nothing: no GET of any of them writes to the database, but for the session.
"""

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path, reverse

from tests.helpers.queries import visit
from tests.web.permission_table import TABLE, Address, Row, addresses, differences, read
from tests.web.world import World
from wijkaanzet.people.models import User
from wijkaanzet.people.rules import Role

ADVICE = """Every page stands in src/wijkaanzet/web/permissions.toml, with who may see it and who may act there.

What is not somebody's own is 404, logged in or not: start the view from the queryset that `access` returns.
"""
READS = "A GET writes nothing: let a form POST to an operation, or let a command or job do it.\n"
ROWS = read(TABLE.read_text(encoding="utf-8"))
PLANTED = """
[[page]]
name = "open"
public = true

[[page]]
name = "ours"
get = ["controller", "auditor"]
post = ["controller"]
"""


def test_every_page_is_in_the_table():
    assert not differences(ROWS, addresses()), ADVICE


@pytest.mark.django_db
class TestPages:
    @pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
    def test_answers_what_the_table_says(self, row: Row, world: World):
        wrong, written = [], []
        for who, role, client in world.visitors(row.name):
            seen, statements = visit(client, world.url(row.name, role))
            written += [f"GET {row.name} as {who}: {statement}" for statement in statements]
            for method, status in (("GET", seen), ("POST", world.ask(client, "POST", row.name, role))):
                if status not in row.expected(method, role):
                    wrong.append(f"{method} {row.name} as {who}: {status}, not {row.expected(method, role)}")
        assert not wrong, ADVICE + "\n".join(wrong)
        assert not written, READS + "\n".join(written)


class TestTable:
    def test_an_unlisted_page_is_caught(self):
        found = [Address("open", frozenset(), ""), Address("ours", frozenset(), ""), Address("new", frozenset(), "")]
        assert differences(read(PLANTED), found) == ["new is not in permissions.toml"]

    def test_a_vanished_page_is_caught(self):
        assert differences(read(PLANTED), [Address("open", frozenset(), "")]) == [
            "ours is in permissions.toml but no address has that name"
        ]

    @pytest.mark.parametrize(
        ("old", "new", "says"),
        [
            ('"auditor"', '"auditeur"', "unknown"),
            ('name = "ours"', 'name = "open"', "twice"),
            ("public = true", "", "either"),
            ("public = true", "publik = true", "unknown"),
        ],
    )
    def test_a_mistake_in_the_table_is_caught(self, old, new, says):
        with pytest.raises(ValueError, match=says):
            read(PLANTED.replace(old, new))

    def test_promises_404_to_others(self):
        _, ours = read(PLANTED)
        assert ours.expected("GET", Role.CONTROLLER) == {200}
        assert ours.expected("GET", Role.RESIDENT) == ours.expected("GET", None) == {404}
        assert ours.expected("POST", Role.AUDITOR) == {404, 405}
        assert 404 not in ours.expected("POST", Role.CONTROLLER)


def too_open(request: HttpRequest) -> HttpResponse:
    return HttpResponse("everything")


def counts_visits(request: HttpRequest) -> HttpResponse:
    User.objects.create(username="planted")
    return HttpResponse("welcome")


urlpatterns = [path("ours/", too_open, name="ours"), path("counted/", counts_visits, name="counted")]


@pytest.mark.urls(__name__)
def test_planted_page_that_is_too_open_is_caught():
    _, ours = read(PLANTED)
    assert Client().get(reverse("ours")).status_code not in ours.expected("GET", None)
    assert differences(read(PLANTED)[1:], addresses()) == ["counted is not in permissions.toml"]


@pytest.mark.django_db
@pytest.mark.urls(__name__)
def test_planted_page_that_writes_when_it_is_visited_is_caught():
    status, (statement,) = visit(Client(), reverse("counted"))
    assert status == 200
    assert statement.startswith('INSERT INTO "people_user"')

"""Names of accounts, and which money may go where."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.budget.rules import ledger
from wijkaanzet.budget.rules.ledger import FLOWS, AccountKind, AccountName, PostingKind

PAGE = Path(__file__).parents[2] / "docs" / "algorithms" / "ledger.md"
AREA = ledger.area(2018, code="T01", area_id=1, component="", earmark="jeugd")

years = st.integers(2000, 2100)
ids = st.integers(1, 999)
keys = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)
codes = st.from_regex(r"[A-Z0-9]{1,6}", fullmatch=True)
areas = st.builds(
    ledger.area,
    years,
    code=st.shared(codes, key="code"),
    area_id=st.just(1),
    component=st.just("") | keys,
    earmark=keys,
)
pots = st.builds(ledger.city, years, keys) | areas
purposes = st.builds("{}.{}-{}".format, keys, keys, ids)
stages = st.sampled_from([AccountKind.COMMITTED, AccountKind.PAID, AccountKind.DETERMINED])
accounts = (
    st.builds(ledger.source, years)
    | pots
    | st.builds(ledger.held, stages, pots, holder_id=ids, purpose=purposes)
    | st.builds(ledger.reclaimed, years, ids)
    | st.builds(ledger.freed, years)
)


@given(accounts, accounts)
def test_two_accounts_have_one_name_only_when_they_are_the_same(one: AccountName, other: AccountName) -> None:
    assert (one.name == other.name) == (one == other)


def test_names_read_as_on_the_page() -> None:
    promised = ledger.held(AccountKind.COMMITTED, AREA, holder_id=7, purpose="grants.grant-3")
    assert [ledger.source(2018).name, ledger.city(2018, "jeugd").name, AREA.name] == [
        "bron:raad:2018",
        "stad:-:-:jeugd:2018",
        "wijk:T01:-:jeugd:2018",
    ]
    assert promised.name == "verplicht:7:grants.grant-3:wijk:T01:-:jeugd:2018"
    assert (ledger.reclaimed(2018, 7).name, ledger.freed(2018).name) == ("terug:7:2018", "vrij:2018")


def test_held_money_keeps_the_thread_to_its_pot() -> None:
    pot = ledger.area(2018, code="T01", area_id=5, component="basis", earmark="jeugd")
    kept = ledger.held(AccountKind.DETERMINED, pot, holder_id=7, purpose="grants.grant-3")
    assert kept.name.endswith(pot.name)
    assert (kept.year, kept.area_id, kept.component, kept.earmark) == (2018, 5, "basis", "jeugd")


def test_every_kind_of_posting_has_a_flow() -> None:
    assert set(FLOWS) == set(PostingKind)
    assert all(FLOWS.values())


def test_every_account_is_reached_and_only_the_source_gives_without_having() -> None:
    reached = {destination for flows in FLOWS.values() for _, destination in flows}
    assert reached == set(AccountKind) - {AccountKind.SOURCE}


def test_money_that_was_accounted_for_stays() -> None:
    left = {origin for flows in FLOWS.values() for origin, _ in flows}
    assert AccountKind.DETERMINED not in left


@pytest.mark.parametrize("kind", PostingKind)
def test_a_flow_fits_one_way_only(kind: PostingKind) -> None:
    for origin, destination in FLOWS[kind]:
        assert ledger.fits(kind, origin, destination)
        assert not ledger.fits(kind, destination, origin)
        assert not ledger.fits(kind, origin, origin)


@pytest.mark.done("2.ledger")
def test_the_page_has_the_flows_of_the_code() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|", PAGE.read_text(), re.MULTILINE)
    written = {
        (kind, origin, destination)
        for kind, origins, destinations in rows
        for origin in re.findall(r"`(\w+)`", origins)
        for destination in re.findall(r"`(\w+)`", destinations)
    }
    assert written == {(kind, origin, to) for kind, flows in FLOWS.items() for origin, to in flows}

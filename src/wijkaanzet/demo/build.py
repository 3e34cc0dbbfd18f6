"""Builds the municipalities of the demo, through operations only, as people would have done it in those years.

Every municipality goes through the same steps up to 2 October 2017: one year divided and running, the next just begun.
What differs stands in its profile and in the files of `data`.
"""

import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Final

import wijkaanzet.arrangements
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.operations import NewArea, NewDivision, draw_division
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.demo.cities import CITIES
from wijkaanzet.demo.figures import bring_in
from wijkaanzet.demo.money import give
from wijkaanzet.demo.networks import meet_all, networks_in
from wijkaanzet.demo.personas import NETWORK
from wijkaanzet.demo.plans import plan_all
from wijkaanzet.demo.profile import Profile, morning
from wijkaanzet.demo.voices import tell_all
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Network
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body, Organisation
from wijkaanzet.people.rules import Role

STARTS: Final = re.compile(r"(starts_on = )\d{4}-\d\d-\d\d")
DATA: Final = Path(__file__).parent / "data"
ARRANGEMENTS: Final = Path(wijkaanzet.arrangements.__file__).parent / "data"
NOBODY: Final = Actor(user_id=None, channel=Channel.DEMO)
START: Final[datetime] = morning(date(2017, 10, 2))

Actors = dict[Role, Actor]


def build_all() -> list[Municipality]:
    """Build every municipality of the demo, by name."""
    return [build(city) for city in CITIES]


def build(profile: Profile) -> Municipality:
    """Build one municipality up to the day on which the demo starts."""
    at = morning(profile.starts_on)
    file_name = f"{profile.slug}.toml"
    text = _in_time((ARRANGEMENTS / file_name).read_text(encoding="utf-8"), profile)
    municipality = people.install_arrangement(text, file_name=file_name, actor=NOBODY, at=at).municipality
    place = _draw(municipality, at=at)
    _network(place, at=at)
    partner = _organisations(profile, place, at=at)
    actors = _people(profile, municipality, place)
    _desks(profile, municipality, place, at=at)
    if profile.money:
        give(profile.money, place, partner, actors)
    officer = actors[Role.POLICY_OFFICER]
    if (year := profile.figures_year) is not None:
        bring_in(place, year=year, for_year=year + 1, actor=officer, at=morning(profile.coordinated_from))
    cycle.start_year(place, year=profile.year, actor=officer, at=morning(profile.next_year_begun_on))
    meet_all(place, actors)
    _entrust(profile, municipality)
    if profile.told:
        tell_all(place, actors)
    plan_all(municipality, actors)
    return municipality


def _in_time(text: str, profile: Profile) -> str:
    """The arrangement of a municipality, valid when the demo plays: some wrote down their way of working later."""
    return STARTS.sub(lambda found: min(found[0], f"{found[1]}{profile.starts_on}"), text, count=1)


def _draw(municipality: Municipality, *, at: datetime) -> Division:
    drawing = tomllib.loads((DATA / f"{municipality.slug}-areas.toml").read_text(encoding="utf-8"))
    areas = [
        NewArea(
            code=one["code"],
            slug=one["slug"],
            name=one["name"],
            tile=(one["tile"][0], one["tile"][1]),
            parts=one["parts"],
        )
        for one in drawing["area"]
    ]
    new = NewDivision(key=drawing["key"], name=drawing["name"], year=drawing["year"], fictional=True, areas=areas)
    return draw_division(municipality, new=new, actor=NOBODY, at=at)


def _people(profile: Profile, municipality: Municipality, place: Division) -> Actors:
    """An account per role; returns who acts in which role."""
    actors = {}
    at = morning(profile.starts_on)
    for persona in profile.personas:
        if persona.second:
            continue
        user = people.open_account(username=persona.username(profile.slug), email="", actor=NOBODY, at=at)
        scope: Body | Area | Organisation | None = None
        if persona.body:
            scope = Body.objects.get(municipality=municipality, key=persona.body)
        elif persona.area:
            scope = Area.objects.select_related("division").get(division=place, slug=persona.area)
        elif persona.organisation:
            scope = Organisation.objects.get(municipality=municipality, name=persona.organisation)
        people.give_role(
            user,
            role=persona.role,
            municipality=municipality,
            scope=scope,
            starts_on=profile.starts_on,
            actor=NOBODY,
            at=at,
        )
        actors[persona.role] = Actor(user_id=user.pk, channel=Channel.DEMO)
    return actors


def _network(place: Division, *, at: datetime) -> None:
    """The network of which somebody of the demo is a member."""
    told = networks_in(place.municipality.slug)[0]
    area = Area.objects.select_related("division__municipality").get(division=place, slug=told["area"])
    people.open_network(area, key=NETWORK, name=told["name"], actor=NOBODY, at=at)


def _entrust(profile: Profile, municipality: Municipality) -> None:
    """Another party keeps a network of its own, through somebody who is coordinator of that network only."""
    for persona in profile.personas:
        if not persona.second:
            continue
        network = Network.objects.select_related("body__municipality").get(
            body__municipality=municipality, body__key=persona.body
        )
        party = Organisation.objects.get(municipality=municipality, name=persona.organisation)
        at = morning(network.opened_on)
        user = people.open_account(username=persona.username(profile.slug), email="", actor=NOBODY, at=at)
        people.give_role(
            user,
            role=persona.role,
            municipality=municipality,
            scope=network.body,
            starts_on=network.opened_on,
            actor=NOBODY,
            at=at,
        )
        networks.entrust_network(network, organisation=party, actor=NOBODY, at=at)


def _desks(profile: Profile, municipality: Municipality, place: Division, *, at: datetime) -> None:
    people.open_desk(municipality, area=None, details=profile.city_desk, actor=NOBODY, at=at)
    for area in Area.objects.filter(division=place).select_related("division").order_by("code"):
        people.open_desk(municipality, area=area, details=profile.desk_in(area.name), actor=NOBODY, at=at)


def _organisations(profile: Profile, place: Division, *, at: datetime) -> Organisation:
    """The partner and the other parties, each entrusted with the areas that it coordinates; returns the partner."""
    parties = (one.organisation for one in profile.personas if one.second)
    names = (profile.partner, *profile.other_coordinators.values(), *parties)
    known = {name: people.add_organisation(place.municipality, name=name, actor=NOBODY, at=at) for name in names}
    for area in Area.objects.filter(division=place).select_related("division__municipality").order_by("code"):
        people.entrust_coordination(
            area,
            organisation=known[profile.other_coordinators.get(area.slug, profile.partner)],
            since=profile.coordinated_from,
            actor=NOBODY,
            at=morning(profile.coordinated_from),
        )
    return known[profile.partner]

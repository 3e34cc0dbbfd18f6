"""Persons who do not exist, and texts in which somebody speaks of them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from faker import Faker

SEED = 20260505
PERSONS = 500
HOME = "nl_NL"
ORIGINS = (HOME, "tr_TR", "pl_PL")

TEMPLATES = (
    "{name} woont op {address}.",
    "Gisteren sprak ik met {name}, {address}. Bel {phone} of mail {email}.",
    "Mijn naam is {name} en mijn BSN is {bsn}. Ik wil graag een speeltuin.",
    "Wij maken ons zorgen over {name}",
    "De vrouw van {name} heeft rekening {iban}; bereikbaar op {phone}.",
    "Ik vind het park mooi. {name} vindt dat ook, want die woont aan de {address}",
    "Bel mij: {phone}\nGroeten,\n{name}\n{address}\n{email}",
    "Naam: {name}\nAdres: {address}\nTelefoon: {phone}\nBSN: {bsn}\nIBAN: {iban}\nE-mail: {email}",
    "Waarom krijgt {name} ({bsn}) geen hulp? Er is al drie keer gebeld met {phone}!",
    "Mijn buurvrouw {name} en haar zoon helpen iedereen. Geld kan naar {iban}.",
    "Omdat {name} ziek is, doen wij de boodschappen. {email} is het adres.",
    '"{name} is eenzaam", zei de huisarts. Het nummer is {bsn}, het adres {address}.',
    "Kan iemand langs {address}? Daar woont {name}.",
    "{phone} is van {name}, {email} ook.",
)


@dataclass(frozen=True)
class Person:
    """A person to plant: everything that must not be left."""

    name: str
    address: str
    phone: str
    bsn: str
    email: str
    iban: str


def persons() -> Iterator[Person]:
    """Five hundred persons, of three origins in turn; all live in the Netherlands."""
    makers = {origin: Faker(origin) for origin in ORIGINS}
    for maker in makers.values():
        maker.seed_instance(SEED)
    for at in range(PERSONS):
        home, origin = makers[HOME], makers[ORIGINS[at % len(ORIGINS)]]
        yield Person(
            name=origin.first_name() + " " + origin.last_name(),
            address=home.address().replace("\n", ", "),
            phone=origin.phone_number(),
            bsn=home.ssn(),
            email=origin.email(),
            iban=origin.iban(),
        )


def told() -> Iterator[tuple[Person, str]]:
    """Each person with a text in which they are named."""
    chance = random.Random(SEED)
    for person in persons():
        chosen = chance.sample(TEMPLATES, 3)
        yield person, "\n".join(each.format(**vars(person)) for each in chosen)

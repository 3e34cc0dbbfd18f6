"""What may point at a person in minutes and plans: people, and not the days, schools and groups of which they speak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.intake.rules.anonymising import find
from wijkaanzet.intake.rules.found import FoundKind
from wijkaanzet.intake.rules.working_texts import find_in_work

KNOWN = frozenset({"Noord", "ContourdeTwern"})
YEAR = 2017

OF_WORK = [
    "De volgende bijeenkomst is op 12 oktober om 19:30 uur.",
    "Maandag 9 oktober kijken we terug, en daarna in mei 2018.",
    "Op 1 juli 2018 kijken we samen terug, en op 01-07-19 nog een keer.",
    "In maart 2013 begon het.",
    "Wij komen op 12-10 en op 03-04 bij elkaar, en op 12-10-17 weer.",
    "Afdeling Ruimte snoeit de heg.",
    "Wij vragen Afdeling Zorg en Welzijn om een bank.",
    "De school doet mee, en basisschool De Regenboog ook.",
    "Woningcorporatie Tiwos schildert de portieken.",
    "Buurtvereniging De Vrolijke Noord zorgt voor koffie.",
    "Bewoners van de Heikant willen een picknicktafel.",
    "Team Toegang belt binnen een week terug.",
    "Project Samen Sterk loopt door in Wijkcentrum De Ypelaer.",
]
OF_PERSONS = [
    ("Jan de Vries belde.", ["Jan de Vries"]),
    ("Fatima is geboren op 12 oktober 2016.", ["Fatima", "12 oktober 2016"]),
    ("Op 3 mei is Fatima jarig.", ["3 mei", "Fatima"]),
    ("Zij is van 12 maart 1951.", ["12 maart 1951"]),
    ("Zij is van 12-03-51.", ["12-03-51"]),
    ("Het begon op 3 mei 2011.", ["3 mei 2011"]),
    ("Zij is van 3 mei '51.", ["3 mei '51"]),
    ("Op 3 mei 2016 overleed zijn moeder.", ["3 mei 2016"]),
    ("De 3-jarige is van 03-05-2014.", ["03-05-2014"]),
    ("Sinds 3 mei 2015 is zij weduwe.", ["3 mei 2015"]),
    ("Zij is op 3 mei 2016 bevallen.", ["3 mei 2016"]),
    ("Werkgroep Groen, Kwikstaart en Roerdomp komen.", ["Kwikstaart", "Roerdomp"]),
    ("Afdeling Groen en Roerdomp belt.", ["Roerdomp"]),
    ("Stichting Jan de Vries doet mee.", ["Jan de Vries"]),
    ("Bel Afdeling Groen, Fatima of Jansen.", ["Fatima", "Jansen"]),
    ("Vrijwilligers Jansen en Pietersen regelen het.", ["Vrijwilligers Jansen", "Pietersen"]),
    ("Bel 06 12345678 of mail naar jan@voorbeeld.nl.", ["06 12345678", "jan@voorbeeld.nl"]),
]


def found_in(text: str) -> list[str]:
    return [one.text for one in find_in_work(text, known=KNOWN, year=YEAR)]


@pytest.mark.parametrize("text", OF_WORK)
def test_days_schools_and_groups_of_the_work_are_not_asked_about(text: str) -> None:
    assert find(text, known=KNOWN), "else this shows nothing"
    assert found_in(text) == []


@pytest.mark.parametrize(("text", "persons"), OF_PERSONS, ids=[text for text, _ in OF_PERSONS])
def test_persons_are(text: str, persons: list[str]) -> None:
    assert found_in(text) == persons


@given(st.lists(st.sampled_from([*OF_WORK, *(text for text, _ in OF_PERSONS)]), max_size=4).map(" ".join))
def test_nothing_is_found_that_would_not_be_found_in_what_residents_tell(text: str) -> None:
    everything = find(text, known=KNOWN)
    left = find_in_work(text, known=KNOWN, year=YEAR)
    gone = {one.kind for one in everything if one not in left}
    assert set(left) <= set(everything)
    assert gone <= {FoundKind.NAME, FoundKind.DATE, FoundKind.SCHOOL}

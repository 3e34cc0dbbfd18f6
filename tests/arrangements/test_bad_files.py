"""A wrong file gets a sentence to act on: file, line, key, what is wrong and what was perhaps meant."""

import pytest

from tests.arrangements.files import GOOD, read, spoiled
from wijkaanzet.arrangements import labels, rules


def sentences(text: str) -> list[str]:
    with pytest.raises(rules.ArrangementErrors) as caught:
        read(text)
    return [labels.sentence(problem) for problem in caught.value.problems]


WRONG = [
    (
        'decides = "college"\ninformed',
        'decides = "colege"\ninformed',
        '28: decides: onbekend orgaan "colege"; bedoelt u "college"?',
    ),
    ('informed = ["raad"]', 'informed = ["xyz"]', '29: informed: onbekend orgaan "xyz"'),
    ('advises = ["overleg"]', 'advises = "overleg"', '27: advises: hier hoort een lijst, zoals ["a", "b"]'),
    ('"policy_officer"', '"policy_oficer"', '26: proposes: onbekende rol "policy_oficer"; bedoelt u "policy_officer"?'),
    (
        'decides = "college"\ninformed',
        'decides = "overleg"\ninformed',
        '28: decides: "overleg" geeft alleen advies en kan niet besluiten',
    ),
    ('decides = "college"\ninformed', "informed", "25: decides: deze sleutel ontbreekt"),
    (
        "advise_days = 30",
        "advice_days = 30",
        '36: advice_days: onbekende sleutel "advice_days"; bedoelt u "advise_days"?',
    ),
    ("advise_days = 30", "advise_days = 0", "36: advise_days: het getal moet tussen 1 en 366 liggen"),
    ("advise_days = 30", 'advise_days = "30"', "36: advise_days: hier hoort een heel getal"),
    ("advise_days = 30", "advise_days = true", "36: advise_days: hier hoort een heel getal"),
    ("advise_days = 30", "advise_days = ", "36: dit is geen geldige TOML: Invalid value"),
    ("plan_years = 4\n", "plan_years = 4\nplan_years = 5\n", "14: dit is geen geldige TOML: Cannot overwrite a value"),
    (
        "plan_years = 4",
        f"plan_years = {'9' * 5000}",
        "1: in dit bestand staat een te groot getal of een te diepe nesting",
    ),
    ("goals = [", "goals = " + "[" * 5000, "1: in dit bestand staat een te groot getal of een te diepe nesting"),
    (
        "[cadence]\nplan_years = 4\naccount",
        'cadence = "x"\naccount',
        '12: cadence: hier hoort een tabel, zoals { sleutel = "waarde" }',
    ),
    (
        '"yearly"',
        '"yaerly"',
        '14: account: onbekende waarde "yaerly"; kies uit yearly, half-yearly, quarterly; bedoelt u "yearly"?',
    ),
    (
        '"centralised"',
        '"oss"',
        '4: model: onbekende waarde "oss"; kies uit centralised, hierarchical, consortium, fan',
    ),
    ("format = 1", "format = 2", "1: format: deze versie leest alleen format 1"),
    ("format = 1\n", "", "1: format: deze sleutel ontbreekt"),
    ('"GM0001"', '"0001"', '2: code: "0001" is geen gemeentecode; schrijf GM en vier cijfers, zoals GM0855'),
    (
        '"proefstad"',
        '"Proef stad"',
        '2: slug: "Proef stad" mag alleen kleine letters, cijfers en losse streepjes bevatten',
    ),
    ('"proefstad"', '"demo"', '2: slug: "demo" is een adres van het platform zelf; kies een ander'),
    ('"proefstad"', f'"{"a" * 41}"', "2: slug: de tekst is langer dan 40 tekens"),
    ('"Proefstad"', '" "', "2: name: de tekst is leeg"),
    ('"Proefstad"', '"Proef\\u0000stad"', "2: name: in de tekst staat een regeleinde of een ander onzichtbaar teken"),
    ('"Proefstad"', f'"{"a" * 81}"', "2: name: de tekst is langer dan 80 tekens"),
    (
        "2018-01-01 }",
        "2018-01-01, ends_before = 2018-01-01 }",
        "3: ends_before: de periode eindigt (2018-01-01) voor of op de dag waarop ze begint (2018-01-01)",
    ),
    (
        "2018-01-01",
        '"2018-01-01"',
        "3: starts_on: hier hoort een datum zoals 2018-01-01, zonder aanhalingstekens of tijd",
    ),
    (
        "2018-01-01",
        "2018-01-01T00:00:00",
        "3: starts_on: hier hoort een datum zoals 2018-01-01, zonder aanhalingstekens of tijd",
    ),
    ('["jeugd", "volwassenen"]', '["jeugd", "jeugd"]', '6: earmarks: "jeugd" staat er twee keer'),
    ('["jeugd", "volwassenen"]', '["jeugd", 1]', "6: earmarks: hier hoort een tekst tussen aanhalingstekens"),
    ('earmarks = ["jeugd", "volwassenen"]\n', "", "1: earmarks: deze sleutel ontbreekt"),
    (
        'components = ["basis", "variabel"]\n',
        "",
        "30: area-component: deze stap heeft componenten nodig, en de lijst met componenten is leeg",
    ),
    (
        '[levels.area-component]\nproposes = "provider"\ndecides = "college"\n',
        "",
        "25: area-component: deze sleutel ontbreekt",
    ),
    (
        "[levels.area-component]",
        "[levels.area-components]",
        '31: area-components: onbekende sleutel "area-components"; bedoelt u "area-component"?',
    ),
    (
        'network = ["wijktafel", "wijktafels"]',
        'netwerk = ["wijktafel"]',
        '17: netwerk: onbekend woord "netwerk"; bedoelt u "network"?',
    ),
    ('["wijktafel", "wijktafels"]', '["a", "b", "c"]', "17: network: geef een of twee vormen: enkelvoud en meervoud"),
    ('["wijktafel", "wijktafels"]', "[]", "17: network: geef een of twee vormen: enkelvoud en meervoud"),
    ('["wijktafel", "wijktafels"]', '["Wijk"]', '17: network: "Wijk" is ook al het woord voor area'),
    (
        "raad = {",
        '"De Raad" = {',
        '21: De Raad: "De Raad" mag alleen kleine letters, cijfers en losse streepjes bevatten',
    ),
    ("steered_area", "stured_area", '5: stured_area: onbekende sleutel "stured_area"; bedoelt u "steered_area"?'),
]


@pytest.mark.parametrize(("old", "new", "sentence"), WRONG, ids=[sentence for _, _, sentence in WRONG])
def test_wrong_piece_is_named_with_its_line(old, new, sentence):
    assert f"proef.toml:{sentence}" in sentences(spoiled(old, new))


def test_all_problems_are_told_at_once_in_the_order_of_the_file():
    text = (
        GOOD.replace('"GM0001"', '"1"').replace('"jeugd"', '"Jeugd"').replace("advise_days = 30", "advise_days = 900")
    )
    assert sentences(text) == [
        'proef.toml:2: code: "1" is geen gemeentecode; schrijf GM en vier cijfers, zoals GM0855',
        'proef.toml:6: earmarks: "Jeugd" mag alleen kleine letters, cijfers en losse streepjes bevatten',
        "proef.toml:36: advise_days: het getal moet tussen 1 en 366 liggen",
    ]


def test_missing_table_is_told_once_and_not_again_for_each_key_in_it():
    assert sentences(spoiled("valid = { starts_on = 2018-01-01 }\n", "")) == [
        "proef.toml:1: valid: deze sleutel ontbreekt"
    ]


def test_file_that_is_far_too_long_is_not_read():
    assert sentences(GOOD + "#" * 100_000) == ["proef.toml:1: het bestand is langer dan 100000 tekens"]


def test_half_a_character_is_named_with_its_line():
    assert sentences(GOOD + "# \ud800") == ["proef.toml:37: het bestand is niet in UTF-8"]


def test_unclosed_text_at_the_end_is_told_at_the_last_line():
    assert sentences('format = 1\nname = """')[0].startswith("proef.toml:2: dit is geen geldige TOML: ")


@pytest.mark.parametrize(
    ("words", "members"),
    [
        (labels.PROBLEMS, rules.ProblemKey),
        (labels.MODELS, rules.GovernanceModel),
        (labels.BODY_KINDS, rules.BodyKind),
        (labels.LEVELS, rules.LevelKey),
        (labels.RHYTHMS, rules.Rhythm),
    ],
)
def test_every_member_and_every_problem_has_its_words(words, members):
    assert set(words) == set(members)
    assert all(str(word) for word in words.values())

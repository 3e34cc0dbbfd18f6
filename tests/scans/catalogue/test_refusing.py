"""Whoever edits the catalogue wrongly is told the file, the key and what is wrong."""

import pytest

from wijkaanzet.scans.rules.catalogue import CatalogueError
from wijkaanzet.scans.rules.catalogue.store import read_catalogue

INDICATORS = """
[themes]
samen = "Samen leven"
[pitfalls]
model = "Dit cijfer komt uit een model."
[small_numbers.klein]
minimum = 50
of = "inwoners"
text = "Alleen bij minstens 50 mensen."
[sources.bron]
name = "Bron"
publisher = "cbs"
method = "register"
every_years = 1
delay_months = 6
pitfalls = ["model"]
small_numbers = "klein"
[indicators.inwoners]
label = "Inwoners"
english = "Residents"
definition = "Hoeveel mensen hier wonen."
unit = "mensen"
kind = "count"
resource = "social"
theme = "samen"
source = "bron"
purposes = ["signal"]
[indicators.alleen]
label = "Alleen"
english = "Alone"
definition = "Hoeveel mensen alleen wonen."
unit = "%"
kind = "percentage"
of = "inwoners"
resource = "social"
theme = "samen"
source = "bron"
purposes = ["signal"]
"""
TABLES = """
[publishers.cbs]
name = "CBS"
licence = "CC BY 4.0"
attribution = "Bron: CBS"
[dimensions]
period = ["Perioden"]
dimension-leeftijd = ["Leeftijd"]
[members.leeftijd]
20300 = "18-en-ouder"
[layers.kort]
title = "Kort"
publisher = "cbs"
[layers.kort.roles]
code = ["gwb_code"]
[layers.kort.aliases]
inwoners = "a_inw"
alleen = [{ names = ["a_alleen"], as = "count_to_percentage", first = 2017 }, { names = ["a_alleen"], last = 2016 }]
[tables.kwb-2022]
publisher = "cbs"
title = "Kerncijfers"
years = [2022]
layers = ["kort"]
address = "https://www.cbs.nl/"
"""


def test_the_example_is_right() -> None:
    found = read_catalogue(INDICATORS, TABLES)
    assert list(found.indicators) == ["inwoners", "alleen"]
    assert found.indicators["alleen"].pitfalls == ("Dit cijfer komt uit een model.",)
    assert [alias.holds_in(2016) for alias in found.layers["kort"].aliases] == [True, False, True]


def refusal(old: str, new: str) -> str:
    assert old in INDICATORS + TABLES
    with pytest.raises(CatalogueError) as refused:
        read_catalogue(INDICATORS.replace(old, new), TABLES.replace(old, new))
    return str(refused.value)


WRONG_INDICATORS = {
    "a key that does not exist": ('unit = "%"', 'unit = "%"\ncolour = "red"', "indicators.alleen.colour"),
    "a table that does not exist": ("[themes]", "[ranking]\n[themes]", "ranking"),
    "a key that is no slug": ("[indicators.alleen]", "[indicators.Alleen_Wonend]", "indicators.Alleen_Wonend"),
    "an unknown denominator": ('of = "inwoners"\nresource', 'of = "bewoners"\nresource', "indicators.alleen.of"),
    "a denominator that does not count": ('of = "inwoners"\nresource', 'of = "alleen"\nresource', "alleen.of"),
    "a share of nothing": ('of = "inwoners"\nresource', "resource", "indicators.alleen.of"),
    "an unknown theme": ('theme = "samen"', 'theme = "geluk"', "indicators.inwoners.theme"),
    "an unknown source": ('source = "bron"', 'source = "krant"', "indicators.inwoners.source"),
    "an unknown pitfall": ('pitfalls = ["model"]', 'pitfalls = ["kuil"]', "sources.bron.pitfalls"),
    "an unknown rule for small numbers": ('small_numbers = "klein"', 'small_numbers = "x"', "bron.small_numbers"),
    "small numbers of what is no count": ('minimum = 50\nof = "inwoners"', 'minimum = 50\nof = "x"', "klein.of"),
    "an unknown kind": ('kind = "percentage"', 'kind = "share"', "indicators.alleen.kind"),
    "an unknown purpose": ('purposes = ["signal"]', 'purposes = ["fame"]', "indicators.inwoners.purposes"),
    "no purpose": ('purposes = ["signal"]', "purposes = []", "indicators.inwoners.purposes"),
    "a label twice": ('label = "Alleen"', 'label = "INWONERS"', "indicators.alleen.label"),
    "a label that is too long": ('label = "Alleen"', f'label = "{"a" * 81}"', "indicators.alleen.label"),
    "a definition that is too long": ("Hoeveel mensen alleen", "a" * 190 + " mensen", "indicators.alleen.definition"),
    "a label that is missing": ('label = "Alleen"\n', "", "indicators.alleen.label"),
    "a rate without per": ('kind = "percentage"', 'kind = "rate"', "indicators.alleen.per"),
    "a percentage with per": ('kind = "percentage"', 'kind = "percentage"\nper = 1000', "indicators.alleen.per"),
    "a break without a reason": ('unit = "%"', 'unit = "%"\nsupersedes = "inwoners"', "alleen.break_reason"),
    "a break from what is not there": ('unit = "%"', 'unit = "%"\nsupersedes = "x"\nbreak_reason = "y"', "supersedes"),
    "years that run backwards": ('unit = "%"', 'unit = "%"\nvalid_from = 2020\nvalid_to = 2019', "alleen.valid_to"),
    "a number that is text": ("minimum = 50", 'minimum = "50"', "small_numbers.klein.minimum"),
    "an unknown publisher": ('publisher = "cbs"\nmethod', 'publisher = "krant"\nmethod', "sources.bron.publisher"),
    "a table that is text": ("[themes]", 'sources = "x"\n[themes]\nx = "y"\n#', "indicators.toml"),
}
WRONG_TABLES = {
    "an alias of no indicator": ('inwoners = "a_inw"', 'bewoners = "a_inw"', "layers.kort.aliases.bewoners"),
    "a name of two indicators": ('["a_alleen"], as', '["a_inw"], as', "layers.kort.aliases.alleen"),
    "a name of a code too": ('inwoners = "a_inw"', 'inwoners = "GWB.CODE"', "layers.kort.aliases.inwoners"),
    "a name of a dimension too": ('inwoners = "a_inw"', 'inwoners = "Leeftijd"', "layers.kort.aliases.inwoners"),
    "years that overlap": ("last = 2016", "last = 2017", "layers.kort.aliases.alleen"),
    "years that run backwards": ("last = 2016", "first = 2016, last = 2015", "aliases.alleen[1].last"),
    "an unknown transform": ('as = "count_to_percentage"', 'as = "square"', "aliases.alleen[0].as"),
    "a transform to another kind": ('as = "count_to_percentage"', 'as = "count_to_rate"', "aliases.alleen[0].as"),
    "a share without its whole": ('inwoners = "a_inw"\n', "", "layers.kort.aliases.alleen"),
    "a name without letters": ('inwoners = "a_inw"', 'inwoners = "--"', "aliases.inwoners[0].names"),
    "an unknown role": ('code = ["gwb_code"]', 'colour = ["gwb_code"]', "layers.kort.roles.colour"),
    "a dimension without a name": ("dimension-leeftijd", "dimension", "dimensions.dimension"),
    "a role twice": ('code = ["gwb_code"]', 'code = ["gwb_code"]\nname = ["GWB CODE"]', "layers.kort.roles"),
    "an unknown layer": ('layers = ["kort"]', 'layers = ["lang"]', "tables.kwb-2022.layers"),
    "an unknown publisher": ('title = "Kort"\npublisher = "cbs"', 'title = "Kort"\npublisher = "x"', "kort.publisher"),
    "no years": ("years = [2022]", "years = []", "tables.kwb-2022.years"),
    "a year twice": ("years = [2022]", "years = [2022, 2022]", "tables.kwb-2022.years"),
    "a map year with the rule of the same year": (
        "years = [2022]",
        "years = [2022]\nregion_year = 2021",
        "region_year",
    ),
    "a member that is no text": ('20300 = "18-en-ouder"', "20300 = 18", "members.leeftijd.20300"),
    "a flag that is no flag": ('title = "Kort"', 'title = "Kort"\npositions = 1', "layers.kort.positions"),
    "a key that does not exist": ('licence = "CC BY 4.0"', 'licence = "CC BY 4.0"\nx = 1', "publishers.cbs.x"),
}


@pytest.mark.parametrize("mistake", WRONG_INDICATORS)
def test_a_mistake_in_an_indicator_is_refused_by_its_key(mistake: str) -> None:
    old, new, key = WRONG_INDICATORS[mistake]
    assert key in refusal(old, new)


@pytest.mark.parametrize("mistake", WRONG_TABLES)
def test_a_mistake_in_a_table_is_refused_by_its_key(mistake: str) -> None:
    old, new, key = WRONG_TABLES[mistake]
    said = refusal(old, new)
    assert said.startswith("tables.toml: ")
    assert key in said


def test_what_is_no_toml_is_refused_by_its_file() -> None:
    with pytest.raises(CatalogueError, match=r"^indicators\.toml"):
        read_catalogue("[themes", TABLES)

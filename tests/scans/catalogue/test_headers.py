"""A header is the same header, whatever a program on the way did to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.catalogue import normalised, period_year, region_level
from wijkaanzet.scans.rules.reading.regions import RegionLevel


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a_inw", "A_INW"),
        ("AantalInwoners_5", "aantalInwoners"),
        ("AantalInwoners_5", "AantalInwoners_4"),
        ("aantal_inwoners", "aantalInwoners"),
        ("\ufeffgwb_code", " gwb_code "),
        ("k_0Tot15Jaar_8", "k_0Tot15Jaar_12"),
        ("Bevolking.Aantal.inwoners..aantal.", "Bevolking|Aantal inwoners (aantal)"),
        ("Bevolking/Aantal inwoners (aantal)", "Bevolking|Aantal inwoners (aantal)"),
        (
            "Inkomen.Inkomen.van.personen.40..personen.met.laagste.inkomen....",
            "Inkomen|Inkomen van personen|40% personen met laagste inkomen (%)",
        ),
        ("Wonen.Woningen.naar.eigendom.Koopwoningen....", "Wonen|Woningen naar eigendom|Koopwoningen (%)"),
        (
            "Stedelijkheid.Omgevingsadressendichtheid..per.km..",
            "Stedelijkheid|Omgevingsadressendichtheid (per km²)",
        ),
        (
            "Inkomen.Inkomen.van.personen.Aantal.inkomensontvangers....aantal.",
            "Inkomen|Inkomen van personen|Aantal inkomensontvangers   (aantal)",
        ),
        ("Zorg.Wmo.cliënten..aantal.", "Zorg|Wmo-clienten (aantal)"),
        ("Afstand tot café (km)", "afstand tot cafe (KM)"),
    ],
)
def test_the_same_name_in_two_spellings_is_one_name(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Koopwoningen (%)", "Koopwoningen (aantal)"),
        ("Koopwoningen (%)", "Koopwoningen"),
        ("Wonen.Koopwoningen....", "Wonen.Koopwoningen..aantal."),
        ("p_00_14", "p_00_15"),
        ("a_00_14", "p_00_14"),
        ("p_00_14_jr", "p_00_14"),
        ("M001342_1", "M001342_2"),
        ("g_3km_sc", "g_afs_sc"),
    ],
)
def test_two_names_stay_two_names(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)


def test_the_place_in_the_table_stays_where_nothing_else_tells_columns_apart() -> None:
    assert normalised("GemiddeldeScore_29") == normalised("GemiddeldeScore_31")
    assert normalised("GemiddeldeScore_29", positions=True) != normalised("GemiddeldeScore_31", positions=True)


@given(st.text(max_size=200))
def test_any_header_has_a_form_of_letters_and_digits(header: str) -> None:
    form = normalised(header)
    assert form == "" or form.isalnum()
    assert normalised(f"  {header}\t") == form


@pytest.mark.parametrize(
    ("value", "year"),
    [("2020JJ00", 2020), (" 2012jj00 ", 2012), ("2019", 2019), ("2020KW01", None), ("2020MM03", None), ("", None),
     ("20200", None), ("1420JJ00", None)],
)  # fmt: skip
def test_only_a_whole_year_is_a_year(value: str, year: int | None) -> None:
    assert period_year(value) == year


@pytest.mark.parametrize(
    ("value", "level"),
    [("Land      ", RegionLevel.COUNTRY), ("Nederland", RegionLevel.COUNTRY), ("Gemeente  ", RegionLevel.MUNICIPALITY),
     ("WIJK", RegionLevel.WIJK), ("Buurt", RegionLevel.BUURT), ("B", RegionLevel.BUURT),
     ("G", RegionLevel.MUNICIPALITY), ("Provincie", None), ("", None)],
)  # fmt: skip
def test_a_level_is_known_by_its_word(value: str, level: RegionLevel | None) -> None:
    assert region_level(value) is level

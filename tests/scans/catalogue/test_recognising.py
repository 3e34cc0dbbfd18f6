"""A file is recognised by the names of its columns: by most of them, never by their place, and not at all in a tie."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.catalogue import (
    Doubt,
    HeaderRole,
    Transform,
    catalogue,
    dimensions,
    indicator,
    measure,
    member,
    recognise,
)

AS_IS, SHARE, RATE = Transform.AS_IS, Transform.COUNT_TO_PERCENTAGE, Transform.COUNT_TO_RATE
THOUSAND, HUNDRED = Transform.TIMES_THOUSAND, Transform.TIMES_HUNDRED

# Headers as a file of that year has them: layer, year, header, and what some of its columns are.
FILES = {
    "kwb-1999": (
        "kwb-oud", 1999, "gwb_code regio aantalinwoners personen0-14jaar aantalgezinnen woz-waarde",
        {"aantalinwoners": ("inwoners", AS_IS), "aantalgezinnen": ("huishoudens", AS_IS),
         "woz-waarde": ("woz-waarde", THOUSAND)},
    ),
    "kwb-2004": (
        "kwb-oud", 2004, "GWB_CODE REGIO RECS AANT_INW P_00_14_JR P_N_W_AL GEM_HH_GR WOZ STED OAD",
        {"AANT_INW": ("inwoners", AS_IS), "P_00_14_JR": ("jonger-dan-15", AS_IS),
         "P_N_W_AL": ("niet-westerse-achtergrond", AS_IS), "GEM_HH_GR": ("huishoudensgrootte", AS_IS),
         "WOZ": ("woz-waarde", THOUSAND), "STED": ("stedelijkheid", AS_IS), "OAD": ("adressendichtheid", AS_IS)},
    ),
    "kwb-2012": (
        "kwb-oud", 2012, "GWB_CODE12 RECS AANT_INW P_WEST_AL woningwaarde P_KOOPWON INK_INW2 WW_UIT_TOT",
        {"woningwaarde": ("woz-waarde", THOUSAND), "P_KOOPWON": ("koopwoningen", AS_IS),
         "INK_INW2": ("inkomen-per-inwoner", THOUSAND), "WW_UIT_TOT": ("werkloosheidsuitkering", RATE)},
    ),
    "kwb-2014": (
        "kwb-kort", 2014, "gwb_code gm_naam regio recs a_inw p_00_14 a_hh p_w_all g_woz p_koopw 2 ste_oad",
        {"a_inw": ("inwoners", AS_IS), "p_00_14": ("jonger-dan-15", AS_IS), "g_woz": ("woz-waarde", THOUSAND),
         "p_w_all": ("westerse-achtergrond", AS_IS), "2": ("stedelijkheid", AS_IS)},
    ),
    "kwb-2019": (
        "kwb-kort", 2019,
        ("gwb_code_10 gwb_code_8 regio gm_naam recs ind_wbz a_inw a_00_14 a_hh a_1p_hh a_nw_all g_wozbag p_ink_li "
        "p_hh_110 m_hh_ver a_soz_wb p_jz_tn a_jz_tn p_wmo_t g_afs_hp g_3km_sc ste_mvs"),
        {"a_00_14": ("jonger-dan-15", SHARE), "a_1p_hh": ("eenpersoonshuishoudens", SHARE),
         "a_nw_all": ("niet-westerse-achtergrond", SHARE), "g_wozbag": ("woz-waarde", THOUSAND),
         "p_hh_110": ("tot-110-sociaal-minimum", AS_IS), "m_hh_ver": ("vermogen", THOUSAND),
         "a_soz_wb": ("bijstand", RATE), "p_jz_tn": ("jeugdzorg", AS_IS),
         "a_jz_tn": ("jongeren-met-jeugdzorg", AS_IS), "p_wmo_t": ("wmo-per-1000", AS_IS),
         "g_afs_hp": ("afstand-huisarts", AS_IS), "g_3km_sc": ("scholen-binnen-3-km", AS_IS)},
    ),
    "kwb-2024": (
        "kwb-kort", 2024, "gwb_code_10 regio recs a_inw a_hh a_nl_all a_eur_al a_neu_al a_opl_hw p_ink_ar p_ink_ba",
        {"a_nl_all": ("herkomst-nederland", SHARE), "a_eur_al": ("herkomst-europa", SHARE),
         "a_neu_al": ("herkomst-buiten-europa", SHARE), "a_opl_hw": ("mensen-met-hbo-of-wo", AS_IS),
         "p_ink_ar": ("personen-in-armoede", AS_IS)},
    ),
    "shapefile-2017": (
        "kwb-oud", 2017, "BU_CODE BU_NAAM WK_CODE GM_CODE GM_NAAM H2O OAD STED AANT_INW P_65_EO_JR P_EENP_HH OPP_LAND",
        {"P_65_EO_JR": ("65-en-ouder", AS_IS), "P_EENP_HH": ("eenpersoonshuishoudens", AS_IS),
         "OPP_LAND": ("oppervlakte-land", AS_IS)},
    ),
    "pdok-wfs": (
        "pdok", 2022,
        ("buurtcode buurtnaam wijkcode gemeentecode gemeentenaam water aantalInwoners percentagePersonen0Tot15Jaar "
        "gemiddeldeWoningwaarde percentageKoopwoningen huisartsenpraktijkGemiddeldeAfstandInKm"),
        {"aantalInwoners": ("inwoners", AS_IS), "percentagePersonen0Tot15Jaar": ("jonger-dan-15", AS_IS),
         "gemiddeldeWoningwaarde": ("woz-waarde", THOUSAND),
         "huisartsenpraktijkGemiddeldeAfstandInKm": ("afstand-huisarts", AS_IS)},
    ),
    "pdok-ogc": (
        "pdok", 2024,
        ("jaar wijkcode wijknaam aantal_inwoners percentage_personen_0_tot_15_jaar percentage_personen_in_armoede "
        "percentage_met_herkomstland_buiten_europa aantal_personen_met_een_alg_bijstandsuitkering_tot"),
        {"percentage_met_herkomstland_buiten_europa": ("herkomst-buiten-europa", AS_IS),
         "aantal_personen_met_een_alg_bijstandsuitkering_tot": ("bijstand", RATE)},
    ),
    "odata-2019": (
        "statline-odata", 2019,
        ("ID WijkenEnBuurten Gemeentenaam_1 SoortRegio_2 Codering_3 IndelingswijzigingWijkenEnBuurten_4 "
        "AantalInwoners_5 k_0Tot15Jaar_8 HuishoudensTotaal_28 Eenpersoonshuishoudens_29 "
        "k_40PersonenMetLaagsteInkomen_70 WmoClientenRelatief_87"),
        {"AantalInwoners_5": ("inwoners", AS_IS), "k_0Tot15Jaar_8": ("jonger-dan-15", SHARE),
         "Eenpersoonshuishoudens_29": ("eenpersoonshuishoudens", SHARE),
         "k_40PersonenMetLaagsteInkomen_70": ("personen-laagste-inkomens", AS_IS),
         "WmoClientenRelatief_87": ("wmo-per-1000", AS_IS)},
    ),
    "odata-2024": (
        "statline-odata", 2024,
        ("ID WijkenEnBuurten Codering_3 AantalInwoners_5 k_0Tot15Jaar_8 BuitenEuropa_19 PersonenInArmoede_81 "
        "k_40PersonenMetLaagsteInkomen_79 WmoClientenRelatief_94"),
        {"BuitenEuropa_19": ("herkomst-buiten-europa", SHARE), "PersonenInArmoede_81": ("personen-in-armoede", AS_IS),
         "k_40PersonenMetLaagsteInkomen_79": ("personen-laagste-inkomens", AS_IS),
         "WmoClientenRelatief_94": ("wmo-per-1000", AS_IS)},
    ),
    "rivm-2022": (
        "gezondheidsmonitor-odata", 2022,
        "ID Leeftijd Marges WijkenEnBuurten Perioden Codering_3 Eenzaam_27 Mantelzorger_31 ZeerLageVeerkracht_21",
        {"Eenzaam_27": ("eenzaam", AS_IS), "Mantelzorger_31": ("mantelzorgers", AS_IS),
         "ZeerLageVeerkracht_21": ("lage-veerkracht", AS_IS)},
    ),
    "leefbaarometer": (
        "leefbaarometer", 2018, "wk_code wk_naam jaar lbm afw fys onv soc vrz won",
        {"lbm": ("leefbaarheid", AS_IS), "soc": ("leefbaarheid-samenhang", AS_IS)},
    ),
    "ses-odata": (
        "ses-woa-odata", 2019,
        "ID WijkenEnBuurten Perioden RegiocodeGemeenteWijkBuurt_1 Waarde_22 GemiddeldeScore_29 GemiddeldeScore_31",
        {"GemiddeldeScore_29": ("sociaal-economische-score", AS_IS), "GemiddeldeScore_31": ("score-welvaart", AS_IS),
         "Waarde_22": ("opleiding-hbo-of-wo", AS_IS)},
    ),
    "engels": (
        "kwb-engels", 2022, "code name area urbanity population pop_0_14 dwelling_value income_low",
        {"population": ("inwoners", AS_IS), "area": ("oppervlakte", HUNDRED),
         "income_low": ("personen-laagste-inkomens", AS_IS)},
    ),
}  # fmt: skip


@pytest.mark.done("4.sources-as-data")
@pytest.mark.parametrize("name", FILES)
def test_each_kind_of_file_is_recognised_through_the_years(name: str) -> None:
    layer, year, header, expected = FILES[name]
    found = recognise(header.split(), year=year)
    assert found.layer == layer
    assert found.unmatched == ()
    read = {column.header: (column.indicator, column.transform) for column in found.columns}
    assert {key: read[key] for key in expected} == expected


@given(data=st.data(), name=st.sampled_from(sorted(FILES)))
def test_the_order_of_columns_does_not_matter(data: st.DataObject, name: str) -> None:
    _, year, text, _ = FILES[name]
    header = [*text.split(), "iets_van_ons_zelf", ""]
    mixed = data.draw(st.permutations(header))
    one, other = recognise(header, year=year), recognise(mixed, year=year)
    assert set(one.columns) == set(other.columns)
    assert [column.header for column in other.columns] == mixed
    assert (one.layer, one.figures()) == (other.layer, other.figures())
    assert all(one.with_role(role) == other.with_role(role) for role in HeaderRole)


@given(st.lists(st.text(max_size=30), max_size=12))
def test_any_header_gets_an_answer(header: list[str]) -> None:
    found = recognise(header)
    assert [column.header for column in found.columns] == header
    assert sorted(found.matched + found.unmatched) == sorted(header)


@pytest.mark.parametrize("header", ["", "code name", "code naam waarde", "lampen stoelen", "ID WijkenEnBuurten"])
def test_nothing_is_recognised_without_a_figure(header: str) -> None:
    found = recognise(header.split())
    assert (found.layer, found.matched) == ("", ())


def test_a_tie_is_no_answer_and_names_who_tied() -> None:
    found = recognise(["gemeentecode", "gemeentenaam", "aantal_inwoners"], year=2022)
    assert (found.layer, found.matched) == ("", ())
    assert set(found.candidates) == {"pdok", "kwb-leesbaar"}


def test_the_publisher_leaves_out_the_files_of_others() -> None:
    header = ["Codering_3", "Eenzaam_28"]
    assert recognise(header, publisher="rivm").layer == "gezondheidsmonitor-odata"
    assert recognise(header, publisher="cbs").layer == ""


def test_what_is_unknown_stays_unmatched() -> None:
    found = recognise(["gwb_code_10", "regio", "a_inw", "aantal_buurthuizen"], year=2022)
    assert found.unmatched == ("aantal_buurthuizen",)
    assert list(found.figures()) == ["inwoners"]


def test_a_name_that_meant_something_else_in_another_year_is_in_doubt() -> None:
    header = ["Codering_3", "AantalInwoners_5", "k_0Tot15Jaar_8"]
    early, late, unknown = (recognise(header, year=year).columns[2] for year in (2015, 2020, None))
    assert (early.doubt, late.doubt, unknown.doubt) == (Doubt.OTHER_YEAR, None, Doubt.UNKNOWN_YEAR)
    assert early.indicator == "jonger-dan-15"
    assert not early.is_matched


def test_a_header_slip_of_two_years_is_no_name_in_others() -> None:
    header = ["gwb_code_10", "regio", "a_inw", "2"]
    assert recognise(header, year=2013).unmatched == ()
    assert recognise(header, year=2022).unmatched == ("2",)


def test_two_columns_for_one_indicator_are_both_in_doubt() -> None:
    found = recognise(["gwb_code_10", "a_inw", "p_koopw", "p_koopwon"], year=2015)
    assert {column.header: column.doubt for column in found.columns if column.doubt} == {
        "p_koopw": Doubt.TWICE,
        "p_koopwon": Doubt.TWICE,
    }
    assert list(found.figures()) == ["inwoners"]


def test_the_finest_code_comes_first() -> None:
    header = ["gemeentecode", "wijkcode", "buurtcode", "gemeentenaam", "buurtnaam", "aantal_huishoudens"]
    found = recognise(header)
    assert found.with_role(HeaderRole.CODE) == ("buurtcode", "wijkcode", "gemeentecode")
    assert found.with_role(HeaderRole.NAME) == ("buurtnaam", "gemeentenaam")


def test_the_long_format_is_recognised_by_its_measures() -> None:
    found = recognise(["Id", "Measure", "ValueAttribute", "Value", "StringValue", "WijkenEnBuurten", "Perioden"])
    assert (found.layer, found.unmatched) == ("statline-odata-4", ())
    assert found.with_role(HeaderRole.MEASURE) == ("Measure",)


@pytest.mark.parametrize(
    ("code", "key", "transform"),
    [("T001036", "inwoners", AS_IS), ("T001036  ", "inwoners", AS_IS), ("M001642", "woz-waarde", THOUSAND),
     ("D000028", "afstand-huisarts", AS_IS), ("1014800", "koopwoningen", AS_IS), ("10680", "jonger-dan-15", SHARE),
     ("M001342_1", "wmo-clienten", AS_IS), ("M001342_2", "wmo-per-1000", AS_IS), ("D006842", "bijstand", RATE)],
)  # fmt: skip
def test_a_measure_code_says_what_is_counted(code: str, key: str, transform: Transform) -> None:
    found = measure(code)
    assert found is not None
    assert (found.indicator, found.transform) == (key, transform)


def test_an_unknown_measure_is_nothing() -> None:
    assert measure("X999999") is None


def test_the_dimensions_of_statline_are_known_by_their_names_in_odata() -> None:
    header = ["ID", "Leeftijd", "Marges", "WijkenEnBuurten", "Perioden", "Gemeentenaam_1", "SoortRegio_2", "Codering_3",
              "Eenzaam_28", "Wijken en buurten", "Wijken.en.buurten"]  # fmt: skip
    found = {key: (alias.role, alias.dimension) for key, alias in dimensions(header).items()}
    assert found == {
        "ID": (HeaderRole.INDEX, ""),
        "Leeftijd": (HeaderRole.DIMENSION, "leeftijd"),
        "Marges": (HeaderRole.DIMENSION, "marges"),
        "WijkenEnBuurten": (HeaderRole.CODE, ""),
        "Perioden": (HeaderRole.PERIOD, ""),
        "Gemeentenaam_1": (HeaderRole.MUNICIPALITY, ""),
        "SoortRegio_2": (HeaderRole.LEVEL, ""),
        "Codering_3": (HeaderRole.CODE, ""),
    }


@pytest.mark.parametrize(
    ("dimension", "code", "meaning"),
    [("leeftijd", "20300", "18-en-ouder"), ("leeftijd", "80200 ", "65-en-ouder"), ("marges", "MW00000", "value"),
     ("marges", "MOG0095", "lower-95"), ("marges", "MBG0095", "upper-95"), ("marges", "MXX", ""), ("kleur", "1", ""),
     ("stedelijkheid", "extremely urbanised", "1"), ("stedelijkheid", "not urbanised", "5")],
)  # fmt: skip
def test_a_code_in_a_dimension_has_its_meaning(dimension: str, code: str, meaning: str) -> None:
    assert member(dimension, code) == meaning


def test_a_count_becomes_a_share_only_of_a_count() -> None:
    for layer in catalogue().layers.values():
        for alias in layer.aliases:
            if alias.transform in (SHARE, RATE):
                assert indicator(alias.indicator).of, alias


def test_a_title_without_its_unit_is_in_doubt_before_it_meant_a_count() -> None:
    people, young = "Bevolking|Aantal inwoners", "Bevolking|Leeftijdsgroepen|0 tot 15 jaar"
    doubts = {year: recognise([people, young], year=year).columns[1].doubt for year in (2015, 2017)}
    assert doubts == {2015: Doubt.OTHER_YEAR, 2017: None}
    assert recognise([people, f"{young} (aantal)"], year=2015).columns[1].doubt is None

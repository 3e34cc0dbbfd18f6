"""Headers of real published files are understood as far as the catalogue goes, and none of them wrongly."""

import csv
import gzip
import io
import os
from itertools import islice
from pathlib import Path

import pytest

from wijkaanzet.scans.rules.catalogue import HeaderRole, Recognised, Transform, recognise

AS_IS, SHARE, RATE = Transform.AS_IS, Transform.COUNT_TO_PERCENTAGE, Transform.COUNT_TO_RATE
THOUSAND, HUNDRED = Transform.TIMES_THOUSAND, Transform.TIMES_HUNDRED
RIVM = "rivm_50090NED_{}_18plus_untyped.csv.gz"

# file, line of the header, year -> layer, columns, columns understood, figures among them
COUNTS = {
    ("wijken_2022.csv", 1, 2022): ("kwb-engels", 18, 17, 15),
    ("gemeenten_2022.csv", 1, 2022): ("kwb-engels", 18, 17, 15),
    ("gemeenten_2018_pdok.csv", 1, 2018): ("kwb-leesbaar", 32, 26, 24),
    ("gemeenten_2019_pdok.csv", 1, 2019): ("kwb-leesbaar", 32, 26, 24),
    ("gemeenten_2022_pdok.csv", 1, 2022): ("kwb-leesbaar", 73, 64, 62),
    ("gemeenten_2023_pdok.csv", 1, 2023): ("kwb-leesbaar", 28, 22, 20),
    ("kwb_gemeenten_2020_dutch_titles.csv", 1, 2020): ("kwb-titels", 182, 80, 76),
    (RIVM.format(2016), 1, 2016): ("gezondheidsmonitor-odata", 43, 43, 35),
    (RIVM.format(2020), 1, 2020): ("gezondheidsmonitor-odata", 43, 43, 35),
    ("statline_kwb_2015_amsterdam_pivot.csv", 4, 2015): ("statline-titels", 11, 9, 9),
    ("statline_kwb_2017_amsterdam.csv.gz", 1, 2017): ("statline-titels", 110, 68, 63),
    ("statline_kwb_2019_amsterdam.csv.gz", 1, 2019): ("statline-titels", 118, 82, 77),
    ("leefbaarometer_wijk_amstelveen_2014_2018.csv", 1, 2018): ("leefbaarometer", 11, 10, 7),
    ("codes_names_2014.csv.gz", 1, 2014): ("", 3, 0, 0),
}
PAIRS = {
    ("wijken_2022.csv", 1, 2022): {
        "population": ("inwoners", AS_IS),
        "pop_65plus": ("65-en-ouder", AS_IS),
        "area": ("oppervlakte", HUNDRED),
        "dwelling_value": ("woz-waarde", THOUSAND),
        "dwelling_ownership": ("koopwoningen", AS_IS),
        "income_low": ("personen-laagste-inkomens", AS_IS),
        "income_high": ("personen-hoogste-inkomens", AS_IS),
        "province": ("", AS_IS),
    },
    ("gemeenten_2022_pdok.csv", 1, 2022): {
        "0_15": ("jonger-dan-15", AS_IS),
        "opl_hoog": ("mensen-met-hbo-of-wo", AS_IS),
        "gem_woz_waarde": ("woz-waarde", THOUSAND),
        "pct_hh_laag_inkomen": ("huishoudens-laagste-inkomens", AS_IS),
        "pct_rond_sociaal_min": ("rond-sociaal-minimum", AS_IS),
        "wmo_per_1000": ("wmo-per-1000", AS_IS),
        "pct_jeugdzorg": ("jeugdzorg", AS_IS),
        "afstand_bibliotheek": ("afstand-bibliotheek", AS_IS),
        "motorfietsen": ("", AS_IS),
        "opp_bedrijventerrein_ha": ("", AS_IS),
    },
    ("kwb_gemeenten_2020_dutch_titles.csv", 1, 2020): {
        "Stedelijkheid (1=zeer sterk stedelijk, 5=niet stedelijk)": ("stedelijkheid", AS_IS),
        "Bevolkinsdichtheid (aantal inwoners per km2)": ("bevolkingsdichtheid", AS_IS),
        "Personen 0 tot 15 jaar (%)": ("jonger-dan-15", AS_IS),
        "Niet-westerse migratieachtergrond (% van aantal inwoners)": ("niet-westerse-achtergrond", AS_IS),
        "Turkse migratieachtergrond (% van aantal inwoners)": ("", AS_IS),
        "Aantal algemene bijstandsuitkeringen": ("bijstand", RATE),
        "Afstand tot kinderdagverblijf (km)": ("afstand-kinderdagverblijf", AS_IS),
        "Afstand tot huisartsenpost (km)": ("", AS_IS),
        "Huishoudens met laagste inkomen (%)": ("huishoudens-laagste-inkomens", AS_IS),
        "Huishoudens met een laag inkomen(%)": ("huishoudens-laag-inkomen", AS_IS),
        "Mediaan vermogen van particuliere huishoudens (x1000 euro)": ("vermogen", THOUSAND),
        "inkomengroep": ("", AS_IS),
    },
    (RIVM.format(2020), 1, 2020): {
        "Eenzaam_28": ("eenzaam", AS_IS),
        "ErnstigZeerErnstigEenzaam_29": ("ernstig-eenzaam", AS_IS),
        "EmotioneelEenzaam_30": ("emotioneel-eenzaam", AS_IS),
        "SociaalEenzaam_31": ("sociaal-eenzaam", AS_IS),
        "Mantelzorger_32": ("mantelzorgers", AS_IS),
        "Vrijwilligerswerk_33": ("vrijwilligers", AS_IS),
        "MatigVeelRegieOverEigenLeven_27": ("regie-over-eigen-leven", AS_IS),
        "MoeiteMetRondkomen_38": ("moeite-met-rondkomen", AS_IS),
        "Overgewicht_9": ("overgewicht", AS_IS),
        "ErnstigOvergewicht_10": ("ernstig-overgewicht", AS_IS),
    },
    ("statline_kwb_2015_amsterdam_pivot.csv", 4, 2015): {
        "Inkomen|Inkomen van personen|40% personen met laagste inkomen": ("personen-laagste-inkomens", AS_IS),
        "Inkomen|Inkomen van personen|Gemiddeld inkomen per inwoner": ("inkomen-per-inwoner", THOUSAND),
        "Inkomen|Inkomen van personen|Actieven 15-75 jaar": ("", AS_IS),
    },
    ("statline_kwb_2019_amsterdam.csv.gz", 1, 2019): {
        "Bevolking.Leeftijdsgroepen.0.tot.15.jaar..aantal.": ("jonger-dan-15", SHARE),
        "Wonen.Woningen.naar.eigendom.Koopwoningen....": ("koopwoningen", AS_IS),
        "Wonen.Gemiddelde.WOZ.waarde.van.woningen..x.1.000.euro.": ("woz-waarde", THOUSAND),
        "Inkomen.Inkomen.van.huishoudens.40..huishoudens.met.laagste.inkomen....": (
            "huishoudens-laagste-inkomens",
            AS_IS,
        ),
        "Inkomen.Inkomen.van.huishoudens.Huishoudens.tot.110..van.sociaal.minimum....": (
            "tot-110-sociaal-minimum",
            AS_IS,
        ),
        "Sociale.zekerheid.Personen.per.soort.uitkering..WW..aantal.": ("werkloosheidsuitkering", RATE),
        "Zorg.Wmo.cliënten.relatief..per.1.000.inwoners.": ("wmo-per-1000", AS_IS),
        "Stedelijkheid.Mate.van.stedelijkheid..code.": ("stedelijkheid", AS_IS),
        "Energie.Gemiddeld.aardgasverbruik.Naar.woningtype.Hoekwoning..m..": ("", AS_IS),
        "Oppervlakte.Oppervlakte.land..ha.": ("oppervlakte-land", AS_IS),
    },
    ("leefbaarometer_wijk_amstelveen_2014_2018.csv", 1, 2018): {
        "lbm": ("leefbaarheid", AS_IS),
        "onv": ("leefbaarheid-veiligheid", AS_IS),
        "won": ("leefbaarheid-woningen", AS_IS),
    },
}
File = tuple[str, int, int]


def read(file: File) -> Recognised:
    name, line, year = file
    folder = os.environ.get("WZ_REAL_DATA")
    if not folder:
        pytest.skip("WZ_REAL_DATA does not name the folder with the real figures")
    path = Path(folder) / "neighbourhoods" / name
    if not path.exists():
        pytest.skip(f"{name} is not among the real figures")
    content = gzip.decompress(path.read_bytes()) if name.endswith(".gz") else path.read_bytes()
    text = next(islice(io.StringIO(content.decode("utf-8-sig")), line - 1, None))
    return recognise(next(csv.reader([text], delimiter=";" if ";" in text else ",")), year=year)


@pytest.mark.parametrize("file", COUNTS, ids=lambda file: file[0])
def test_as_many_columns_are_understood_as_expected(file: File) -> None:
    found = read(file)
    assert (found.layer, len(found.columns), len(found.matched), len(found.figures())) == COUNTS[file]


@pytest.mark.done("4.sources-as-data")
@pytest.mark.parametrize("file", PAIRS, ids=lambda file: file[0])
def test_no_column_is_understood_wrongly(file: File) -> None:
    columns = {" ".join(one.header.split()): (one.indicator, one.transform) for one in read(file).columns}
    assert {header: columns[header] for header in PAIRS[file]} == PAIRS[file]


WITH_CODES = [file for file in COUNTS if COUNTS[file][0] and "pivot" not in file[0]]  # a pivot has names only


@pytest.mark.parametrize("file", WITH_CODES, ids=lambda file: file[0])
def test_the_codes_of_the_areas_are_found(file: File) -> None:
    assert read(file).with_role(HeaderRole.CODE)

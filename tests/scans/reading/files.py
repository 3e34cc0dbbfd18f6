"""Files by hand in the layouts that CBS, RIVM and others publish; four areas with figures that nobody counted."""

import gzip
import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook

from wijkaanzet.scans.rules.reading.detection import detect
from wijkaanzet.scans.rules.reading.layout import Layout
from wijkaanzet.scans.rules.reading.table import open_table

UNTYPED = """ID;Leeftijd;Marges;WijkenEnBuurten;Perioden;Gemeentenaam_1;SoortRegio_2;Codering_3;Eenzaam_28;Regie_27
1;20300;MW00000;NL01      ;2020JJ00;Nederland      ;Land      ;NL01      ;    47.0;    90.0
4;20300;MW00000;GM9999    ;2020JJ00;Voorbeeld      ;Gemeente  ;GM9999    ;    49.1;       .
7;20300;MW00000;WK999900  ;2020JJ00;Voorbeeld      ;Wijk      ;WK999900  ;       .;
"""
R_TITLES = """"","Wijken.en.buurten","Regioaanduiding.Codering..code.","Bevolking.Aantal.inwoners..aantal.","Grootte"
"1","Nederland","NL00      ",17000000,"2,1"
"2","Voorbeeld","GM9999    ",NA,"1,8"
"3","Noord","WK999900  ",4295,NA
"""
PIVOT = """"Kerncijfers wijken en buurten 2015"
""
"";"Onderwerp"
"";"Inkomen|Aantal ontvangers\u00a0 ";"Inkomen|Gemiddeld per inwoner";"Inkomen|Laagste 40%"
"Wijken en buurten";"aantal";"x 1 000 euro";"%"
"Voorbeeld";"641700";"33,5";"40,9"
"Noord";"";"30,1";"."
"Bron: CBS"
"""
PIVOT_BY_YEAR = """"Gezondheid per wijk"
""
"Onderwerp";"Eenzaam";"Eenzaam";"Mantelzorger"
"Perioden";"2016";"2020";"2020"
"Regio's";"%";"%";"%"
"Voorbeeld";"43,4";"-";"15,2"
"© CBS"
"""
SYMBOLS = """"Wijken en buurten";"Perioden";"Score (aantal)";"Aandeel (%)"
"WK999900";"2019";"   0,2*";"   12,5"
"WK999901";"2019";"       .";"      x"
"WK999902";"2019";"       -";"   10,0"
"""
GEOJSON = """{"type": "FeatureCollection", "name": "wijken", "features": [
 {"type": "Feature", "properties": {"wijkcode": "WK999900", "aantalInwoners": 1200, "mannen": -99997},
  "geometry": {"type": "Polygon", "coordinates": [[[5.1, 52.1], [5.2, 52.1], [5.2, 52.2], [5.1, 52.1]]]}},
 {"type": "Feature", "properties": {"wijkcode": "WK999901", "aantalInwoners": 12.50, "water": true, "x": null},
  "geometry": null}
]}"""
ODATA_V3 = """{"odata.metadata": "https://example.org/$metadata#Cbs.OData.WebAPI.UntypedDataSet", "value": [
 {"ID": 0, "WijkenEnBuurten": "WK999900  ", "Codering_3": "WK999900  ", "AantalInwoners_5": "    1200"},
 {"ID": 1, "WijkenEnBuurten": "WK999901  ", "Codering_3": "WK999901  ", "AantalInwoners_5": "       ."}
]}"""
KWB_2014: tuple[tuple[object, ...], ...] = (
    ("Kerncijfers wijken en buurten 2014",),
    (),
    ("gwb_code_10", "regio", "recs", "a_inw", "p_koopwon", "bijgewerkt"),
    ("WK999900", "Noord", "Wijk", 1200, 76.1, "2014-01-01"),
    ("BU99990001", "Noord-Oost", "Buurt", None, 0.1 + 0.2, "2014-01-01"),
    (),
    ("Bron: CBS",),
)


def gzipped(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)


def zipped(content: bytes, *, name: str = "cijfers.csv", more: Sequence[str] = ()) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        for extra in more:
            parts.writestr(zipfile.ZipInfo(extra), b"x")
        parts.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)  # the same bytes whatever the hour
    return file.getvalue()


def workbook(**sheets: Iterable[Sequence[object]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read(content: bytes, layout: Layout | None = None) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    """Header and rows, as the layout says or as it is found."""
    table = open_table(content, layout or detect(content))
    return table.header, list(table.rows)

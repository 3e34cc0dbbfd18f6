"""Feed the reader of figures with damaged files and look for any exception but BadInput: coverage leads the damage.

`.venv/bin/python tools/fuzz_figures.py --seconds 60`; exit 1 with the file as hex and the traceback when one is found.
The first byte of an input says how the rest is packed, so that damage gets past the checks of a zip or a gzip.
"""

import argparse
import gzip
import subprocess
import sys
import traceback
import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
with atheris.instrument_imports(include=["wijkaanzet.scans.rules", "csv", "json"]):
    from wijkaanzet.kernel.refusals import Refused
    from wijkaanzet.scans.rules.bad_input import BadInput
    from wijkaanzet.scans.rules.overview import look_at
    from wijkaanzet.scans.rules.reading.detection import detect
    from wijkaanzet.scans.rules.reading.layout import Layout, Limits
    from wijkaanzet.scans.rules.reading.numbers import Numbers
    from wijkaanzet.scans.rules.reading.regions import region
    from wijkaanzet.scans.rules.reading.signs import check_numbers
    from wijkaanzet.scans.rules.reading.table import open_table

LIMITS = Limits(uploaded=200_000, unpacked=400_000, in_memory=200_000, rows=2_000, sheet_row=50_000, record=50_000)
BOUNDS = ("-max_len=6000", "-len_control=0", "-timeout=20", "-print_final_stats=1")
MOST_ROWS = 300
MUNICIPALITY = "GM9999"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPE}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{TYPE}.styles+xml"/></Types>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Een" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    ),
    "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}"><si><t>code</t></si><si><t>WK999900</t></si></sst>',
    "xl/styles.xml": (
        f'<styleSheet xmlns="{SHEET}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    ),
    "xl/worksheets/sheet1.xml": (
        f'<worksheet xmlns="{SHEET}"><dimension ref="A1:B2"/><sheetData>'
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>n</t></is></c><c><v>7</v></c></row>'
        '<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><f>1+1</f><v>12.5</v></c></row>'
        '<row r="3"><c r="A3" t="str"><v>WK999901</v></c><c r="B3" t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>'
        "</sheetData></worksheet>"
    ),
}
DAMAGED_PARTS = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml")
TEXTS = (
    "code;naam;n\nWK999900;Noord;12,5\nWK999901;Zuid;.\nBron: CBS\n",
    'ID;WijkenEnBuurten;Codering_3;Eenzaam_28\n1;"NL01  ";NL01      ;    49.1\n4;GM9999;GM9999;       .\n',
    '"Kerncijfers"\n""\n"";"Onderwerp"\n"";"A|B";"A|C"\n"Regio\'s";"aantal";"%"\n"Noord";"1.234";"33,5"\n"Bron: CBS"\n',
    "sep=,\ncode\tn\tm\nWK999900\t1 234,5\t-\nBU99990001\t1'234\tx\n",
    '{"type":"FeatureCollection","features":[{"properties":{"code":"WK999900","n":1.5e3,"w":true},"geometry":null}]}',
    '{"odata.metadata":"x","value":[{"ID":0,"Codering_3":"WK999900  ","n":"     1200"},{"ID":1,"n":null,"m":-99997}]}',
)


def workbook(part: str, data: bytes) -> bytes:
    """A workbook of which one part is what the fuzzer made."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        for name, text in PARTS.items():
            zipped.writestr(name, data if name == part else text)
    return file.getvalue()


def in_zip(data: bytes) -> bytes:
    """The data as the one file of a zip."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("cijfers.csv", data)
    return file.getvalue()


def _part(name: str) -> Callable[[bytes], bytes]:
    return lambda data: workbook(name, data)


PACKERS: tuple[Callable[[bytes], bytes], ...] = (
    bytes,
    lambda data: gzip.compress(data, 1),
    in_zip,
    lambda data: data.decode("utf-8", "ignore").encode("utf-16"),
    *map(_part, DAMAGED_PARTS),
)


def seeds() -> list[bytes]:
    """Small files in each layout and packing; of a workbook, a gzip and a zip the packing is damaged too."""
    texts = [text.encode() for text in TEXTS]
    found = [bytes([way]) + text for way in range(4) for text in texts]
    found += [bytes([way]) + PARTS[part].encode() for way, part in enumerate(DAMAGED_PARTS, start=4)]
    whole = workbook(DAMAGED_PARTS[0], PARTS[DAMAGED_PARTS[0]].encode())
    return [*found, *(b"\x00" + packed for packed in (whole, gzip.compress(texts[0]), in_zip(texts[0])))]


def read(content: bytes) -> None:
    """All that is done with an upload before anybody says what its columns mean. Raises BadInput."""
    layout = detect(content, limits=LIMITS)
    if Layout.from_json(layout.to_json()) != layout:
        raise ValueError("the layout does not come back as it was kept")
    numbers = Numbers(layout)
    told: list[BadInput] = []
    table = open_table(content, layout, limits=LIMITS, note=told.append)
    for _, cells in islice(table.rows, MOST_ROWS):
        if len(cells) != len(table.header):
            raise ValueError("a row is not as wide as the header")
        for cell in cells:
            cell.encode()  # what cannot be written can be neither kept nor shown
            region(cell)
            _number(numbers, cell)
    rows = islice(open_table(content, layout, limits=LIMITS, note=told.append).rows, MOST_ROWS)
    check_numbers(rows, table.header, layout, columns=table.header)
    look_at(content, municipality=MUNICIPALITY)


def _number(numbers: Numbers, cell: str) -> None:
    try:
        if numbers.text(cell) is None:
            numbers.reason(cell)
    except BadInput:
        pass


def one(data: bytes) -> None:
    """One input of the fuzzer; says so and stops the process when it finds something."""
    content = PACKERS[data[0] % len(PACKERS)](data[1:]) if data else b""
    try:
        read(content)
    except BadInput:
        return
    except Exception as found:
        kind = "a refusal that is no BadInput" if isinstance(found, Refused) else "an exception"
        print(f"{kind} on this file, as hex:\n{content.hex()}\n{traceback.format_exc()}", file=sys.stderr, flush=True)
        raise


def main() -> int:
    """Run the fuzzer in a process of its own, with its corpus in a folder that goes away after it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="how long to look")
    parser.add_argument("--seed", type=int, default=0, help="for the same run again; 0 is another one every time")
    parser.add_argument("--corpus", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.corpus:
        settings = [
            f"-max_total_time={options.seconds}",
            f"-seed={options.seed}",
            "-max_len=6000",
            "-timeout=20",
            "-len_control=0",
        ]
        atheris.Setup([sys.argv[0], *settings, "-print_final_stats=1", options.corpus], one)
        atheris.Fuzz()
        return 0
    with TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        for number, seed in enumerate(seeds()):
            (corpus / f"{number:03}").write_bytes(seed)
        command = [sys.executable, __file__, *sys.argv[1:], "--corpus", str(corpus)]
        return min(1, abs(subprocess.run(command, check=False, cwd=folder).returncode))


if __name__ == "__main__":
    sys.exit(main())

"""Tables as text for the tests: four wijken of GM0855, one of another municipality, in any dialect."""

from collections.abc import Sequence

HEADER = ("gwb_code", "naam", "a_inw", "p_jong", "opmerking")
ROWS = (
    ("WK085500", "Noord", "1000", "20.5", "ja"),
    ("WK085501", "Zuid", "2000", "10", "nee"),
    ("WK085502", "Oost", "500", ".", "ja"),
    ("WK085503", "West", "0", "", "nee"),
    ("WK030700", "Elders", "9000", "12", "nee"),
)
PLACES = {f"WK08550{n}": "Wijk 0" if n < 2 else "Wijk 1" for n in range(4)}


def table(
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    header: Sequence[str] = HEADER,
    delimiter: str = ",",
    decimal: str = ".",
    encoding: str = "utf-8",
) -> bytes:
    """A table as the bytes of its file."""
    lines = [header, *([_cell(cell, decimal) for cell in row] for row in rows)]
    return "\n".join(delimiter.join(_quoted(cell, delimiter) for cell in line) for line in lines).encode(encoding)


def _cell(cell: str, decimal: str) -> str:
    digits = cell.replace(".", "", 1)
    return cell.replace(".", decimal) if digits.isdigit() else cell


def _quoted(cell: str, delimiter: str) -> str:
    return f'"{cell}"' if delimiter in cell else cell

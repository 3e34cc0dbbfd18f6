"""Which codes of regions were met: a bit a code, so that a million of them take little memory."""

from wijkaanzet.scans.rules.reading.regions import RegionLevel

_DIGITS = {RegionLevel.COUNTRY: 2, RegionLevel.MUNICIPALITY: 4, RegionLevel.WIJK: 6, RegionLevel.BUURT: 8}


class Seen:
    """A set of codes of regions; those with letters in their number are few, and kept as they are."""

    def __init__(self) -> None:
        self._bits: dict[str, bytearray] = {}
        self._others: set[str] = set()

    def add(self, code: str) -> bool:
        """Note a code; False when it was noted before."""
        level, number = code[:2], code[2:]
        if not number.isdigit():
            new = code not in self._others
            self._others.add(code)
            return new
        if level not in self._bits:
            self._bits[level] = bytearray(10 ** _DIGITS[RegionLevel(level)] // 8 + 1)
        bits, place, bit = self._bits[level], int(number) >> 3, 1 << (int(number) & 7)
        new = not bits[place] & bit
        bits[place] |= bit
        return new

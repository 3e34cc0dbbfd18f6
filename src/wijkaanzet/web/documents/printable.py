"""Text as it can be printed: only signs that the fonts of a paper have, no invisible ones, and no endless words.

PDF/UA refuses a sign without a font. Such a sign becomes a box that is explained on the paper, so that nobody thinks
that the text was like that.
"""

import re
import unicodedata

BOX = "\u25a1"
MAY_BREAK = "\u200b"
CUT = "[…]"
LONGEST_WORD = 14  # in em: what fits in half the width of a page, in the largest letter of a title there
MAY_BE_WIDE = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
NARROW = frozenset("abcdefghijklnopqrstuvxyz0123456789.,:;'!-/()")
MOST_MARKS = 2  # on one letter; more would run through the line above

# What Libertinus Serif and DejaVu Sans Mono, which typst carries, can print upright, bold and sloping.
_SIGNS = """
20-7e a1-ac ae-2ff 370-377 37a-37f 384-38a 38c 38e-3a1 3a3-482 48a-4ff 510-513 51a-51d 5be 5c0 5c3 5c6 5d0-5ea
5ef-5f4 606-60c 61b 61f 621-63a 640-64a 660-66d 674 679-67b 67e-680 683-684 686-687 691 698 6a4 6a9 6af 6be 6cc
6f0-6f9 10d0-10ff 1e00-1eff 1f00-1f15 2010-2015 2018-2027 2030-203a 2070-2071 2074-208e 20a0-20c0 2100-211e 2120 2122
2126-2151 2153-2184 2190-2311 25a0-25ff 2605-2606 2610-2612 2639-263b 2660-2667 2713-2714 2717-2718 fb00-fb06
"""
# Signs above and below a letter, and the letters that the same font has.
_MARKS = (
    ("300-36f", "41-5a 61-7a c0-24f 370-52f 1e00-1eff"),
    ("5b0-5bd 5bf 5c1-5c2", "5d0-5ea"),
    ("64b-655", "621-64a"),
)


def _signs(ranges: str) -> frozenset[str]:
    ends = [part.split("-") for part in ranges.split()]
    return frozenset(chr(code) for end in ends for code in range(int(end[0], 16), int(end[-1], 16) + 1))


SIGNS = _signs(_SIGNS)
MARKS = tuple((_signs(marks), _signs(letters) & SIGNS) for marks, letters in _MARKS)


def printable(text: str) -> str:
    """The text on one line with signs that can be printed; each row of other signs is one box."""
    line = " ".join(text.split())
    return line if SIGNS.issuperset(line) else _made_printable(unicodedata.normalize("NFC", line))


def _made_printable(line: str) -> str:
    out: list[str] = []
    letter, marks = "", 0
    for sign in line:
        if unicodedata.category(sign) in {"Cf", "Cc"} or "\ufe00" <= sign <= "\ufe0f":
            continue  # invisible: joiners, turns of direction, variants of a sign
        if unicodedata.combining(sign):
            marks += 1
            shown = sign if marks <= MOST_MARKS and _fits_on(sign, letter) else BOX
        else:
            letter, marks = sign, 0
            shown = sign if sign in SIGNS else BOX
        if shown != BOX or out[-1:] != [BOX]:
            out.append(shown)
    return " ".join("".join(out).split())


def _fits_on(mark: str, letter: str) -> bool:
    return any(mark in marks and letter in letters for marks, letters in MARKS)


def breakable(text: str) -> str:
    """The text, in which a word that is wider than a column may break after each letter."""
    return re.sub(MAY_BE_WIDE, lambda word: _broken(word[0]), text)


def _broken(word: str) -> str:
    if sum(map(_width, word)) <= LONGEST_WORD:
        return word
    return word[0] + "".join(sign if unicodedata.combining(sign) else MAY_BREAK + sign for sign in word[1:])


def _width(sign: str) -> float:
    """About how wide a sign is, in em; rather too wide than too narrow."""
    if unicodedata.combining(sign):
        return 0.0
    if sign in NARROW:
        return 0.5
    if unicodedata.bidirectional(sign) in {"R", "AL"}:
        return 0.65
    return 0.85 if sign.islower() else 1.0


def runs_from_the_right(text: str) -> bool:
    """Whether the first letter belongs to a writing that runs from right to left."""
    directions = (unicodedata.bidirectional(sign) for sign in text)
    return next((way in {"R", "AL"} for way in directions if way in {"L", "R", "AL"}), False)


def shortened(text: str, most: int) -> str:
    """The first sentences, or else the first words, that fit in `most` characters; a mark says that more follows."""
    if len(text) <= most:
        return text
    room = text[: max(most - len(CUT), 0)]
    sentences = [end.end() for end in re.finditer(r"[.!?…]['\"”’)]*(?=\s)", room)]
    enough = [end for end in sentences if end * 2 >= most]  # less than half would say too little
    words = room.rfind(" ")
    end = enough[-1] if enough else words if words > 0 else len(room)
    return f"{room[:end].rstrip()} {CUT}".lstrip()

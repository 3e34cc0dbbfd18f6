"""What holds for codes of areas. Plain Python.

Source: CBS, Toelichting Wijk- en Buurtkaart: municipality 4 digits, wijk and buurt 2 more each, letters can occur.
"""

import re

SLUG = re.compile(r"(?=.{1,60}$)[a-z0-9]+(?:-[a-z0-9]+)*")
CODE = re.compile(r"[A-Za-z0-9-]{1,20}")  # stands in the names of accounts
LONGEST_NAME = 80
CBS_CODE = re.compile(r"NL0[01]|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4}")


def is_cbs_code(code: str) -> bool:
    """Whether the text is a code of the country, a municipality, a wijk or a buurt."""
    return CBS_CODE.fullmatch(code) is not None


def is_slug(text: str) -> bool:
    """Whether the text can be an address: small letters, digits and single hyphens."""
    return SLUG.fullmatch(text) is not None


def is_code(text: str) -> bool:
    """Whether the text can be a municipality's own code of an area."""
    return CODE.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether the text can be a name that people read."""
    return bool(text.strip()) and len(text) <= LONGEST_NAME and text.isprintable()


def is_part(code: str) -> bool:
    """Whether the text is a code of a wijk or a buurt: what an area can be composed of."""
    return is_cbs_code(code) and code[:2] in {"WK", "BU"}


def wijk_of(code: str) -> str:
    """The code of the wijk (WK085510) that a buurt (BU08551003) lies in; a wijk is its own."""
    return f"WK{code[2:8]}"


def municipality_of(cbs_code: str) -> str:
    """The municipality code (GM0855) that a wijk or buurt code (WK085510) belongs to."""
    return f"GM{cbs_code[2:6]}"

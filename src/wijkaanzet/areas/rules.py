"""What holds for codes of areas. Plain Python.

Source: CBS, Toelichting Wijk- en Buurtkaart: municipality 4 digits, wijk and buurt 2 more each, letters can occur.
"""

import re

CBS_CODE = re.compile(r"^(NL0[01]|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$")


def is_cbs_code(code: str) -> bool:
    """Whether the text is a code of the country, a municipality, a wijk or a buurt."""
    return CBS_CODE.match(code) is not None


def municipality_of(cbs_code: str) -> str:
    """The municipality code (GM0855) that a wijk or buurt code (WK085510) belongs to."""
    return f"GM{cbs_code[2:6]}"

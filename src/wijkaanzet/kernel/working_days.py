"""Terms counted in working days: Monday to Friday, generally recognised holidays left out.

Source: Algemene termijnenwet, articles 1 and 3 (a term that ends on such a day moves to the next working day).
"""

from datetime import date, timedelta

_DAY = timedelta(days=1)


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    m = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    n = h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114
    return date(year, n // 31, n % 31 + 1)


def kings_day(year: int) -> date:
    """27 April, or the 26th when the 27th is a Sunday (since 2014)."""
    day = date(year, 4, 27)
    return day - _DAY if day.weekday() == 6 else day


def holidays(year: int) -> frozenset[date]:
    """The generally recognised holidays of article 3 of the Algemene termijnenwet."""
    sunday = easter(year)
    around_easter = {sunday + timedelta(days=n) for n in (-2, 1, 39, 50)}
    fixed = {date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    return frozenset(around_easter | fixed | {kings_day(year)})


def is_working_day(day: date) -> bool:
    """Whether offices are open by the Algemene termijnenwet."""
    return day.weekday() < 5 and day not in holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The day `count` working days later."""
    while count > 0:
        day += _DAY
        count -= is_working_day(day)
    return day


def add_days(day: date, count: int) -> date:
    """The day `count` calendar days later, moved on to a working day (Algemene termijnenwet, article 1)."""
    day += timedelta(days=count)
    while not is_working_day(day):
        day += _DAY
    return day

"""The words a municipality may replace, with the word the product uses otherwise.

They are Dutch and not in the translation catalogue, because they are data: the municipality's own language.
"""

from collections.abc import Mapping, Sequence

from wijkaanzet.arrangements.rules.problems import ProblemKey, shown, suggestion
from wijkaanzet.arrangements.rules.table import Table

HOUSE_WORDS: dict[str, tuple[str, ...]] = {
    "access_team": ("wijkteam", "wijkteams"),
    "account": ("verantwoording", "verantwoordingen"),
    "advice": ("advies", "adviezen"),
    "agreement": ("afspraak", "afspraken"),
    "allocation": ("verdeling", "verdelingen"),
    "allocation_model": ("verdeelmodel", "verdeelmodellen"),
    "area": ("wijk", "wijken"),
    "area_manager": ("gebiedsmanager", "gebiedsmanagers"),
    "budget_frame": ("budgetkader", "budgetkaders"),
    "city_part": ("stedelijk deel", "stedelijke delen"),
    "component": ("onderdeel", "onderdelen"),
    "coordinator": ("coördinator", "coördinatoren"),
    "council": ("gemeenteraad", "gemeenteraden"),
    "decision": ("besluit", "besluiten"),
    "earmark": ("oormerk", "oormerken"),
    "executive": ("college", "colleges"),
    "function": ("functie", "functies"),
    "goal": ("doel", "doelen"),
    "initiative": ("initiatief", "initiatieven"),
    "network": ("wijknetwerk", "wijknetwerken"),
    "partner": ("partner", "partners"),
    "plan": ("wijkplan", "wijkplannen"),
    "policy_officer": ("beleidsmedewerker", "beleidsmedewerkers"),
    "provider": ("uitvoerder", "uitvoerders"),
    "resident": ("inwoner", "inwoners"),
    "scan": ("wijkscan", "wijkscans"),
    "social_base": ("sociale basis",),
    "theme": ("thema", "thema's"),
    "volunteer": ("vrijwilliger", "vrijwilligers"),
}


def default_words(listed: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """All words with the form used when the file is silent; a listed key ("function.ontmoeting") reads as itself."""
    own = {f"{kind}.{key}": (key.replace("-", " "),) for kind, keys in listed.items() for key in keys}
    return HOUSE_WORDS | own


def doubles(words: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For each key, another key of the same kind that reads the same; two things with one name cannot be told apart."""
    alike: dict[tuple[str, str], list[str]] = {}
    for key in sorted(words):
        alike.setdefault((key.rpartition(".")[0], words[key][0].casefold()), []).append(key)
    return {key: next(k for k in keys if k != key) for keys in alike.values() if len(keys) > 1 for key in keys}


def read_words(table: Table, *, listed: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """The words of the table [words]: one or two forms each, only known keys, no two of a kind that read the same."""
    defaults = default_words(listed)
    own: dict[str, tuple[str, ...]] = {}
    for key in table:
        forms = table.texts(key)
        if key not in defaults:
            table.note(ProblemKey.UNKNOWN_WORD, key, value=shown(key), **suggestion(key, defaults))
        elif forms and len(forms) <= len(("singular", "plural")):
            own[key] = forms
        elif table.is_list(key):
            table.note(ProblemKey.WORD_FORMS, key)
    for key, other in doubles(defaults | own).items():
        if key in own:
            table.note(ProblemKey.DOUBLE_WORD, key, value=shown(own[key][0]), other=other)
    return own

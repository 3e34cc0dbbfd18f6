"""The words the rules know, each list a file in `data`, read once."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

MOST_ENDINGS: Final = re.compile(r"(?:ingen|ing|ers|er|en|je|jes|tje|tjes|pje|s|e|de|den|te|ten|t|d)$")
ABSTRACT: Final = re.compile(
    r"\w{3,}(?:heid|heden|ingen|ing|teit|teiten|tie|ties|isme|lijk|lijke|schap|baar|bare|loos|loze)$|\w{3,}(?:eren|elen|enen)$"
)
_TWICE: Final = re.compile(r"(\w)\1")
_END_SOUNDS: Final = str.maketrans("vz", "fs")
LONGEST_WORD: Final = 40
SHORTEST_HEAD: Final = 4
SHORTEST_STEM: Final = 3


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list, in lower case. Raises FileNotFoundError when there is no such list."""
    lines = (files("wijkaanzet.intake") / "data" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def ordinary_names() -> frozenset[str]:
    """First names that are an ordinary Dutch word too; only a capital tells them apart."""
    return words("first_names") & (words("small_words") | words("words") | words("no_persons") | words("particles"))


def is_first_name(word: str) -> bool:
    """Whether this lower case word is a first name, or has one in it: "jan-willem"."""
    first = words("first_names")
    if word in first:
        return True
    return "-" in word and any(part in first and part not in ordinary_names() for part in word.split("-"))


def is_sure_first_name(word: str) -> bool:
    """A first name that is no ordinary word too."""
    return is_first_name(word) and word not in ordinary_names()


@lru_cache(maxsize=4096)
def is_ordinary(word: str) -> bool:
    """Whether this lower case word is an ordinary Dutch word, bent ("buurten") or put together ("buurtfeest") too."""
    if word in words("small_words") or word in words("words") or word in words("titles"):
        return True
    if len(word) > LONGEST_WORD:
        return False
    return bool(ABSTRACT.match(word)) or _is_known(word) or _is_compound(word)


def _is_compound(word: str) -> bool:
    return any(
        _is_known(word[cut:]) and _is_first_part(word[:cut])
        for cut in range(SHORTEST_STEM, len(word) - SHORTEST_HEAD + 1)
    )


def _is_first_part(part: str) -> bool:
    """The first part of a compound, with or without the s between the parts: "geluids-overlast"."""
    return any(_is_known(one) or one in words("small_words") for one in (part, part.removesuffix("s")))


def _is_known(word: str) -> bool:
    return _stem(word) in _stems() or _sounds(word) in _stems()


@cache
def _stems() -> frozenset[str]:
    long = [word for word in words("words") if len(word) >= SHORTEST_STEM]
    return frozenset(stem for word in long for stem in (_stem(word), _sounds(word)))


@lru_cache(maxsize=16384)
def _stem(word: str) -> str:
    """A rough stem: the word without its ending."""
    bare = MOST_ENDINGS.sub("", word)
    return _sounds(bare if len(bare) >= SHORTEST_STEM else word)


def _sounds(word: str) -> str:
    """One letter where two stand, and v and z as at the end of a word: "bomen" and "boom", "huizen" and "huis"."""
    return _TWICE.sub(r"\1", word).translate(_END_SOUNDS)


Phrases = dict[str, list[tuple[str, ...]]]


def phrases(known: Iterable[str]) -> Phrases:
    """Names that are no person, by their first word, each as its words in lower case."""
    by_first: Phrases = {}
    for name in known:
        parts = tuple(re.findall(r"\w+", name.lower()))
        if parts:
            by_first.setdefault(parts[0], []).append(parts)
    return by_first


@cache
def general_phrases() -> Phrases:
    """The names that point at no person anywhere: languages, countries, feasts, institutions."""
    return phrases(words("no_persons"))

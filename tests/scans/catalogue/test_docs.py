"""The example in docs/indicators.md does what the page says."""

import re
from importlib.resources import files

import pytest

from tests.architecture.source import ROOT
from wijkaanzet.scans.rules.catalogue import Catalogue, HeaderRole, Polarity, Transform, recognise
from wijkaanzet.scans.rules.catalogue import recognising as recognising_module
from wijkaanzet.scans.rules.catalogue.store import INDICATORS, TABLES, read_catalogue

PAGE = (ROOT / "docs" / "indicators.md").read_text(encoding="utf-8")
DATA = files("wijkaanzet.scans") / "data"


def _examples(name: str) -> str:
    return "\n".join(re.findall(rf"```toml {name}\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture
def extended(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The catalogue with everything that the page adds to it."""
    texts = [
        f"{(DATA / file).read_text(encoding='utf-8')}\n{_examples(name)}"
        for file, name in ((INDICATORS, "indicators"), (TABLES, "tables"))
    ]
    found = read_catalogue(*texts)
    monkeypatch.setattr(recognising_module, "catalogue", lambda: found)
    return found


def test_the_indicator_of_the_page_is_taken_in(extended: Catalogue) -> None:
    gardens = extended.indicators["moestuinen"]
    assert gardens.polarity is Polarity.NO_JUDGEMENT
    assert gardens.theme.label == "Samen leven"


def test_the_table_of_the_page_is_taken_in(extended: Catalogue) -> None:
    assert extended.tables["tuinen-2026"].map_year(2026) == 2026


@pytest.mark.parametrize(("year", "transform"), [(2016, Transform.AS_IS), (2026, Transform.COUNT_TO_PERCENTAGE)])
def test_a_file_of_the_kind_of_the_page_is_recognised(extended: Catalogue, year: int, transform: Transform) -> None:
    found = recognise(["Wijk", "WIJKNAAM", "Mensen", "Aantal.moestuinen", "kinderen", "gieters"], year=year)
    assert found.layer in extended.layers
    assert found.layer == "tuinen"
    assert found.with_role(HeaderRole.CODE) == ("Wijk",)
    assert {key: column.header for key, column in found.figures().items()} == {
        "inwoners": "Mensen",
        "moestuinen": "Aantal.moestuinen",
        "jonger-dan-15": "kinderen",
    }
    assert found.figures()["jonger-dan-15"].transform is transform
    assert found.unmatched == ("gieters",)


def test_the_header_of_the_page_is_recognised_as_it_says() -> None:
    header = re.search(r"^```\n(gwb_code_10 .*?) +→", PAGE, re.MULTILINE)
    assert header is not None
    found = recognise(header[1].split(), year=2022)
    assert (found.layer, found.unmatched) == ("kwb-kort", ("aantal_tuinen",))
    assert list(found.figures()) == ["inwoners", "koopwoningen"]


@pytest.mark.parametrize("word", [*Transform, *(kind for kind in ("personal", "social", "environment"))])
def test_the_page_names_what_may_be_chosen(word: str) -> None:
    assert word == Transform.AS_IS or f"`{word}`" in PAGE

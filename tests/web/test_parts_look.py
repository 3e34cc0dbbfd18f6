"""What holds for every template and every stylesheet: a strict content policy, contrast, no rank, no reproach."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.template.loader import render_to_string

import wijkaanzet.web
from wijkaanzet.web.parts.desks import Desk
from wijkaanzet.web.parts.figures import Figure, Figures
from wijkaanzet.web.parts.moves import MoveCard
from wijkaanzet.web.parts.notices import trail
from wijkaanzet.web.parts.paging import Pagination

WEB = Path(wijkaanzet.web.__file__).parent
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
STYLES = sorted((WEB / "static" / "web").glob("*.css"))
OUR_SCRIPT = re.compile(r"""<script src="{% static "web/[a-z_]+\.js" %}" defer></script>""")
"""A file of ours; it runs only on the pages whose policy allows it."""
TOKENS = dict(re.findall(r"(--wz-[\w-]+):.*?(#[0-9a-f]{3,6})\)?;", (WEB / "static" / "web" / "tokens.css").read_text()))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_needs_nothing_that_the_content_policy_refuses(path: Path) -> None:
    html = OUR_SCRIPT.sub("", path.read_text())
    assert not re.search(r"\sstyle=|<style|<script|\son[a-z]+=|javascript:", html)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", html)
    assert len(html.splitlines()) <= 120


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_stylesheet_fetches_nothing(path: Path) -> None:
    assert not re.search(r"url\(|@import|@font-face", path.read_text())


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(TOKENS[f"--wz-{one}"]), luminance(TOKENS[f"--wz-{other}"])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("ink", "paper"),
        ("ink-soft", "paper"),
        ("ink-soft", "stone-tint"),
        ("link", "paper"),
        ("link", "petrol-tint"),
        ("on-petrol", "petrol"),
        ("on-petrol", "petrol-dark"),
        ("on-petrol", "leaf"),
        ("on-petrol", "stone"),
        ("on-petrol", "brick"),
        ("saffron-dark", "saffron-tint"),
        ("saffron-dark", "paper"),
        ("leaf-dark", "leaf-tint"),
        ("brick-dark", "brick-tint"),
        ("petrol-dark", "petrol-tint"),
    ],
)
def test_text_can_be_read_on_its_ground(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), [("saffron", "card"), ("petrol", "paper"), ("line-strong", "paper")])
def test_a_shape_that_means_something_stands_out(shape: str, ground: str) -> None:
    assert contrast(shape, ground) >= 3


def test_a_figure_of_too_few_people_shows_no_value() -> None:
    part = Figure(title="Inkomen", value="12%", unit="", period="2016", source="CBS", too_few=True)
    assert "12%" not in render_to_string("web/parts/figure.html", {"part": part})


def test_a_figure_names_its_source_and_period() -> None:
    part = Figure(title="Inwoners", value="20.010", unit="mensen", period="2016", source="CBS", fictional=True)
    html = render_to_string("web/parts/figure.html", {"part": part})
    assert "CBS" in html
    assert "2016" in html
    assert "wz-badge" in html


def test_figures_of_different_sources_each_name_their_own() -> None:
    parts = [Figure(title=one, value="1", unit="", period="2016", source=one) for one in ("CBS", "GGD")]
    assert Figures.of(tuple(parts)).source is None
    assert [one.source for one in Figures.of(tuple(parts)).items] == ["CBS", "GGD"]
    alike = Figures.of((parts[0], replace(parts[0], title="Ouderen")))
    assert alike.source == parts[0]
    assert "CBS" not in render_to_string("web/parts/figure.html", {"part": alike.items[1]})


def test_a_resting_move_says_why_and_asks_nobody() -> None:
    html = render_to_string(
        "web/parts/move_card.html",
        {"part": MoveCard(who="Het college", text="Er is een pauze.", resting="Wij kijken op 1 maart opnieuw.")},
    )
    assert "Wij kijken op 1 maart opnieuw." in html
    assert "Het college" not in html


def test_a_desk_can_be_called_from_a_telephone() -> None:
    assert Desk(name="Wijkbalie", phone="013 000 12-34").phone_link == "tel:0130001234"


def test_the_trail_ends_with_this_page_without_an_address() -> None:
    crumbs = trail("Tilburg", "/tilburg/", "Wijken")
    assert [(crumb.label, crumb.href) for crumb in crumbs] == [("Tilburg", "/tilburg/"), ("Wijken", "")]


def test_a_list_of_one_page_shows_no_pages() -> None:
    assert "<nav" not in render_to_string("web/parts/pagination.html", {"part": Pagination(number=1, pages=1)})


def test_no_template_calls_anybody_late() -> None:
    words = re.compile(r"\b(?:late|overdue)\b", re.IGNORECASE)
    assert [path.name for path in TEMPLATES if words.search(path.read_text())] == []

"""The wheel, the tile map and the broken words: shapes that must hold for any name and any language."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.web.parts.tiles import SIDE_X, TileMap, in_rows
from wijkaanzet.web.parts.wheel import BOLD_LETTER, LETTER, STEPS, Wheel
from wijkaanzet.web.parts.words import break_words

names = st.text(st.sampled_from("abdeijklmnorstuwz -/"), min_size=1, max_size=40).map(str.strip).filter(bool)


@given(names, st.integers(4, 14))
def test_breaking_words_loses_no_letter(name: str, width: int) -> None:
    lines = break_words(name, width=width)
    assert re.sub(r"[\s-]", "", "".join(lines)) == re.sub(r"[\s-]", "", name)


@pytest.mark.parametrize(
    ("word", "width", "lines"),
    [
        ("Zuidwesterkwartier", 12, ("Zuidwester-", "kwartier")),
        ("beleidsmedewerker", 13, ("beleids-", "medewerker")),
        ("Binnenstad", 8, ("Binnen-", "stad")),
        ("accountmanager", 13, ("account-", "manager")),
        ("Groenewoud", 8, ("Groene-", "woud")),
        ("Berkel-Enschot", 8, ("Berkel-", "Enschot")),
        ("college van B en W", 13, ("college van B", "en W")),
        ("om\u00adgevings\u00admanager", 13, ("omgevings-", "manager")),
    ],
)
def test_a_word_breaks_where_a_reader_expects_it(word: str, width: int, lines: tuple[str, ...]) -> None:
    assert break_words(word, width=width) == lines


@pytest.mark.parametrize("now", [key for key, _label in STEPS])
def test_the_pawn_stands_on_one_step_and_all_before_it_are_done(now: str) -> None:
    states = [step.state for step in Wheel.at(now, year=2018, who="college").steps]
    here = states.index("now")
    assert set(states[:here]) <= {"done"}
    assert set(states[here + 1 :]) <= {"next"}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("now", [key for key, _label in STEPS])
def test_no_label_of_the_wheel_is_cut_off(now: str, language: str) -> None:
    with translation.override(language):
        wheel = Wheel.at(now, year=2018, who="college")
    left, _top, width, _height = (float(part) for part in wheel.view_box.split())
    for segment in wheel.segments:
        letter = BOLD_LETTER if segment.step.state == "now" else LETTER
        length = letter * len(segment.step.label)
        start = float(segment.label_x) - (length if segment.anchor == "end" else 0)
        assert left - 1 <= start
        assert start + length <= left + width + 1


def test_the_wheel_has_a_title_a_description_and_a_list_beside_it() -> None:
    with translation.override("nl"):
        wheel = Wheel.at("budget", year=2018, who="beleidsmedewerker", term="nog 22 dagen")
        html = render_to_string("web/parts/wheel.html", {"part": wheel})
    assert 'role="img"' in html
    assert "<title" in html
    assert "<desc" in html
    assert html.count("<li>") == len(STEPS)
    assert "Het jaar 2018" in html
    assert all(step.means in html for step in wheel.steps)
    assert not re.search(r'(?:x|y|points|d)="[^"]*\d,\d+"', html.replace("-5,0 -1.5,4 5,-4.5", ""))


def test_a_wheel_without_a_term_shows_none() -> None:
    html = render_to_string("web/parts/wheel.html", {"part": Wheel.at("do", year=2018, who="bewoners")})
    assert "wz-term" not in html


def tile_map() -> TileMap:
    areas = [
        ("Zuid", "/z/"),
        ("Noord-West", "/n/"),
        ("Berkel-Enschot en Udenhout", "/b/"),
        ("Zuidwesterkwartier", "/k/"),
        ("Udenhout en Biezenmortel", "/u/"),
    ]
    return TileMap(title="De wijken", tiles=in_rows(areas, columns=2, current="Noord-West"))


def test_a_tile_shows_its_whole_name_inside_its_edges() -> None:
    for tile in tile_map().tiles:
        letter = {"": 9.2, "tight": 7.7, "tighter": 7.0}[tile.size]
        assert all(len(line) * letter <= SIDE_X for line, _y in tile.lines), tile.name


def test_the_list_beside_the_map_is_sorted_by_name_only() -> None:
    assert [tile.name[0] for tile in tile_map().by_name] == ["B", "N", "U", "Z", "Z"]


def test_the_current_tile_is_told_in_more_than_colour() -> None:
    html = render_to_string("web/parts/tile_map.html", {"part": tile_map()})
    assert html.count('aria-current="page"') == 2
    assert html.count("wz-pawn") == 1


def test_every_tile_is_a_link_on_the_map_and_in_the_list() -> None:
    html = render_to_string("web/parts/tile_map.html", {"part": tile_map()})
    assert html.count('href="/z/"') == 2

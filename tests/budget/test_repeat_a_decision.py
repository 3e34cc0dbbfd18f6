"""Anybody can repeat a decision without a database: model, figures and composition give the amounts of the pages."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from wijkaanzet.budget.models import AllocationRun, AllocationShare
from wijkaanzet.budget.rules.areas_file import load_areas
from wijkaanzet.demo import build, cities
from wijkaanzet.scans.rules.bad_input import BadInput

DATA = build.DATA


def repeated(slug: str, code: str, model: Path) -> dict[str, int]:
    out = StringIO()
    files = {"figures": DATA / f"{slug}-figures-2016.csv", "areas": DATA / f"{slug}-areas.toml"}
    call_command("allocate", model, json=True, municipality=code, stdout=out, **files)
    return {area["code"]: area["cents"] for area in json.loads(out.getvalue())["areas"]}


@pytest.mark.django_db
@pytest.mark.done("2.repeat")
@pytest.mark.parametrize("profile", cities.DIVIDED, ids=lambda profile: profile.slug)
def test_the_command_gives_the_amounts_of_the_decided_division(profile, tmp_path: Path):
    municipality = build.build(profile)
    run = AllocationRun.objects.get(municipality=municipality)
    model = tmp_path / "model.json"
    model.write_text(run.model_text, encoding="utf-8")  # as everybody can download it
    decided: dict[str, int] = {}
    for share in AllocationShare.objects.filter(run=run).select_related("area").order_by("pk"):
        decided[share.area.code] = decided.get(share.area.code, 0) + share.amount_cents
    assert repeated(municipality.slug, municipality.code, model) == decided


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"area = [", "not_toml"),
        (b"\xff", "not_toml"),
        (b"key = 1", "no_areas_in_file"),
        (b"area = 3", "no_areas_in_file"),
        (b"weird = 3", "unknown_key"),
        (b'[[area]]\ncode = "=1+1"\nname = "A"\n[area.parts]\nWK085510 = "y"', "not_an_area"),
        (b'[[area]]\ncode = "A"\nname = " "\n[area.parts]\nWK085510 = "y"', "not_an_area"),
        (b'[[area]]\ncode = "A"\nname = "A"\nodd = 1\n[area.parts]\nWK085510 = "y"', "unknown_key"),
        (b'[[area]]\ncode = "A"\nname = "A"\n[area.parts]\nGM0855 = "y"', "wrong_code"),
        (b"#" * 1_100_000, "file_too_large"),
        (b'[[area]]\ncode = "A"\nname = "A"', "not_an_area"),
        (b"area = [1]", "not_an_area"),
        (b'[[area]]\ncode = "A"\nname = "A"\n[area.parts]\nx = "y"', "wrong_code"),
        (
            (
                b'[[area]]\ncode = "A"\nname = "A"\n[area.parts]\nWK085510 = "y"\n'
                b'[[area]]\ncode = "B"\nname = "B"\n[area.parts]\nWK085510 = "y"'
            ),
            "part_in_two_areas",
        ),
    ],
)
def test_a_wrong_file_of_areas_is_refused(content: bytes, key: str):
    with pytest.raises(BadInput) as refused:
        load_areas(content)
    assert refused.value.key == key

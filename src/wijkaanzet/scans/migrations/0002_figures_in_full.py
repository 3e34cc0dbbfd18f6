"""Every region of a table, all kinds of figures, how sure they are, and how any kind of file is read."""

import re
import unicodedata
from itertools import count

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Min

KINDS = ["count", "part", "percentage", "rate", "mean", "median", "index"]


def carry_over(apps, schema_editor):
    """What stood in a table before: how its file was read, the addresses of its figures, the names of its places."""
    of = {name: apps.get_model("scans", name) for name in ("FigureImport", "FigureColumn", "FigurePlace", "Figure")}
    of["FigureImport"].objects.update(region_year=F("year"))
    for one in of["FigureImport"].objects.defer("content").iterator():
        told = {"layout": layout(one), "level": level(one, of["Figure"]), "plain": one.status == "imported"}
        of["FigureImport"].objects.filter(pk=one.pk).update(**told)
        columns = of["FigureColumn"].objects.filter(figure_import=one).order_by("position", "pk")
        for column, slug in zip(columns, slugs([column.label for column in columns]), strict=True):
            of["FigureColumn"].objects.filter(pk=column.pk).update(slug=slug)
    seen = of["Figure"].objects.order_by("figure_import_id", "cbs_code").values_list("figure_import_id", "cbs_code")
    names = seen.annotate(name=Min("cbs_name"))  # of one row; no row twice
    of["FigurePlace"].objects.bulk_create(
        (
            of["FigurePlace"](figure_import_id=pk, cbs_code=code, cbs_name=name, line=0)
            for pk, code, name in names.iterator()
        ),
        batch_size=1000,
    )
    schema_editor.connection.check_constraints()  # PostgreSQL changes no table that has rows still to be checked


def layout(one):
    """How a file was read before: always CSV, to the letter. Of a file that was thrown away nothing is left."""
    if one.status in ("refused", "undone"):
        return {}
    told = {"kind": "csv", "packing": "plain", "encoding": one.encoding, "delimiter": one.delimiter}
    told |= {"decimal": one.decimal, "thousands": "", "header_row": 1, "name_rows": 1, "rows_below_header": 0}
    return told | {
        "sheet": "", "sheets": [], "missing": one.missing, "statline_signs": False, "uncertain": False,
    }  # fmt: skip


def level(one, figures):
    """WK or BU, as all codes of an imported table began; empty when nothing was imported."""
    code = figures.objects.filter(figure_import=one).values_list("cbs_code", flat=True).first()
    return code[:2] if code else ""


def slugs(labels):
    """The address of each label; of labels that give the same, the later ones get the first number that is free."""
    found = []
    for position, label in enumerate(labels):
        letters = unicodedata.normalize("NFKD", label.casefold())
        plain = re.sub(r"[^a-z0-9]+", "-", "".join(sign for sign in letters if not unicodedata.combining(sign)))
        slug = plain.strip("-")[:80].strip("-") or f"cijfer-{position}"
        numbered = (f"{slug[:75]}-{number}" for number in count(position))
        found.append(slug if slug not in found else next(one for one in numbered if one not in found))
    return found


class Migration(migrations.Migration):
    dependencies = [("scans", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("figurecolumn", "percentage_is_of_something"),
        migrations.AddField("figureimport", "table", models.CharField(blank=True, default="", max_length=40), False),
        migrations.AddField(
            "figureimport",
            "origin",
            models.CharField(choices=[(o, o) for o in ("published", "own")], default="published", max_length=12),
            False,
        ),
        migrations.AddField("figureimport", "provisional", models.BooleanField(default=False)),
        migrations.AddField("figureimport", "region_year", models.PositiveSmallIntegerField(default=0), False),
        migrations.AddField("figureimport", "layout", models.JSONField(default=dict)),
        migrations.AddField("figureimport", "only", models.JSONField(default=list)),
        migrations.AddField(
            "figureimport", "changed_column", models.CharField(blank=True, default="", max_length=200), False
        ),
        migrations.AddField("figureimport", "level", models.CharField(blank=True, default="", max_length=2), False),
        migrations.AddField("figureimport", "plain", models.BooleanField(default=False)),
        migrations.AddField("figurecolumn", "slug", models.SlugField(default="", max_length=80), False),
        migrations.AddField("figurecolumn", "indicator", models.CharField(blank=True, default="", max_length=80), False),
        migrations.AddField("figurecolumn", "low", models.CharField(blank=True, default="", max_length=200), False),
        migrations.AddField("figurecolumn", "high", models.CharField(blank=True, default="", max_length=200), False),
        migrations.AddField(
            "figurecolumn", "respondents", models.CharField(blank=True, default="", max_length=200), False
        ),
        migrations.AddField("figurecolumn", "times", models.CharField(default="1", max_length=12)),
        migrations.AlterField(
            "figurecolumn", "kind", models.CharField(choices=[(k, k) for k in KINDS], max_length=12)
        ),
        migrations.CreateModel(
            name="FigurePlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("cbs_code", models.CharField(max_length=10)),
                ("cbs_name", models.CharField(blank=True, max_length=200)),
                ("line", models.PositiveIntegerField()),
                ("unchanged", models.BooleanField(default=False)),
                (
                    "figure_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="scans.figureimport",
                    ),
                ),
            ],
        ),
        migrations.AddField("figure", "reason", models.CharField(blank=True, default="", max_length=12), False),
        migrations.AddField("figure", "low", models.CharField(blank=True, default="", max_length=40), False),
        migrations.AddField("figure", "high", models.CharField(blank=True, default="", max_length=40), False),
        migrations.AddField("figure", "respondents", models.CharField(blank=True, default="", max_length=40), False),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
        *(migrations.RemoveField("figureimport", name) for name in ("delimiter", "decimal", "encoding", "missing")),
        migrations.RemoveField("figure", "cbs_name"),
        migrations.AlterField(
            "figure",
            "column",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="figures",
                to="scans.figurecolumn",
            ),
        ),
        migrations.AlterField(
            "figure",
            "figure_import",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="figures",
                to="scans.figureimport",
            ),
        ),
        migrations.AddConstraint(
            "figureplace",
            models.UniqueConstraint(fields=("figure_import", "cbs_code"), name="figure_place_once"),
        ),
        migrations.AddConstraint(
            "figurecolumn",
            models.UniqueConstraint(fields=("figure_import", "slug"), name="figure_slug_once"),
        ),
        migrations.AddConstraint(
            "figurecolumn",
            models.CheckConstraint(
                condition=models.Q(models.Q(("kind", "count"), _negated=True), ("of", ""), _connector="OR"),
                name="count_is_of_nothing",
            ),
        ),
        migrations.AddConstraint(
            "figurecolumn",
            models.CheckConstraint(
                condition=models.Q(models.Q(("kind", "part"), _negated=True), ("of__gt", ""), _connector="OR"),
                name="part_is_of_something",
            ),
        ),
    ]

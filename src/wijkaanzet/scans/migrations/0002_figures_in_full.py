"""Every region of a table, all kinds of figures, how sure they are, and how any kind of file is read."""

import re
import unicodedata

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F

KINDS = ["count", "part", "percentage", "rate", "mean", "median", "index"]


def carry_over(apps, schema_editor):
    """What stood in a table before: how its file was read, the addresses of its figures, the names of its places."""
    of = {name: apps.get_model("scans", name) for name in ("FigureImport", "FigureColumn", "FigurePlace", "Figure")}
    of["FigureImport"].objects.update(region_year=F("year"))
    for one in of["FigureImport"].objects.defer("content").iterator():
        told = {"kind": "csv", "packing": "plain", "encoding": one.encoding, "delimiter": one.delimiter}
        told |= {"decimal": one.decimal, "thousands": "", "header_row": 1, "rows_below_header": 0, "sheet": ""}
        told |= {"sheets": [], "missing": one.missing, "statline_signs": False, "uncertain": False}
        of["FigureImport"].objects.filter(pk=one.pk).update(layout=told)
    for one in of["FigureColumn"].objects.iterator():
        letters = unicodedata.normalize("NFKD", one.label.casefold())
        plain = re.sub(r"[^a-z0-9]+", "-", "".join(sign for sign in letters if not unicodedata.combining(sign)))
        one.slug = plain.strip("-")[:80].strip("-") or f"cijfer-{one.position}"
        one.save(update_fields=["slug"])
    seen = of["Figure"].objects.values_list("figure_import_id", "cbs_code", "cbs_name").distinct()
    of["FigurePlace"].objects.bulk_create(
        (
            of["FigurePlace"](figure_import_id=pk, cbs_code=code, cbs_name=name, line=0)
            for pk, code, name in seen.iterator()
        ),
        batch_size=1000,
    )


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
        migrations.AddField("figureimport", "level", models.CharField(blank=True, default="WK", max_length=2), False),
        migrations.AddField("figureimport", "plain", models.BooleanField(default=True)),  # all files before this were
        migrations.AlterField("figureimport", "plain", models.BooleanField(default=False)),
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

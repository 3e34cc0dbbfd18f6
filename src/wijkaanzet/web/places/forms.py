"""What is asked with a file about divisions and borders."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.areas.rules.area_file import read_areas
from wijkaanzet.areas.rules.codes import LONGEST_NAME
from wijkaanzet.areas.rules.concordance_file import LONGEST_BASIS, LONGEST_SOURCE
from wijkaanzet.areas.rules.drawing import LONGEST_KEY, NamedArea
from wijkaanzet.areas.rules.naming import slug_of
from wijkaanzet.areas.rules.table_file import LARGEST_KB, text_of
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.refusals import sentence

YEAR_WRONG = _("Fill in a year of four digits.")
CHOOSE = _("Choose the file.")


FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Of four digits; which years may be is for the rules."""
PARTLY = _("Some CBS areas lie partly outside this division: their weights may be less than 1 together")


class YearField(forms.IntegerField):
    """Asks for a year."""

    widget = forms.TextInput(attrs={"inputmode": "numeric"})
    default_error_messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), YEAR_WRONG)


class TableField(forms.FileField):
    """Asks for a table as CSV."""

    widget = forms.FileInput(attrs={"accept": ".csv,text/csv,text/plain"})
    default_error_messages = {"required": CHOOSE, "empty": _("The file is empty.")}


class GeometryField(forms.FileField):
    """Asks for a file of borders."""

    widget = forms.FileInput(
        attrs={"accept": ".geojson,.json,.gz,application/geo+json,application/json,application/gzip"}
    )
    default_error_messages = TableField.default_error_messages


class DrawForm(ActForm):
    """A table of areas, and what must be told with it; after the dry run the table comes back as text."""

    areas: Sequence[NamedArea] = ()
    key = ""

    name = forms.CharField(
        label=_("What is this division called?"),
        help_text=_("For example: districts, villages, access areas."),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Fill in a name.")},
    )
    year = YearField(
        label=_("From which year on?"),
        help_text=_("It begins on 1 January. The CBS codes in the file are those of this year."),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
    )
    file = TableField(
        label=_("The table of areas"),
        help_text=_(
            "A CSV with a row for each CBS area. Columns: gebied code, naam, cbs code, cbs naam; "
            "gewicht if you need it."
        ),
    )
    covers_partly = forms.BooleanField(label=PARTLY, required=False)
    fictional = forms.BooleanField(label=_("These areas are made up, to practise with"), required=False)
    table = forms.CharField(
        required=False, strip=False, max_length=LARGEST_KB * 1_000, widget=forms.HiddenInput, label=""
    )
    refused_at: ClassVar[Mapping[str, str]] = {"division_exists": "year", "region_year": "year"}

    def __init__(self, request: HttpRequest, data: QueryDict | None, *, known: Sequence[tuple[str, str]]) -> None:
        super().__init__(data, request.FILES or None)
        self.known = dict(known)
        self.fields["file"].required = not (data and data.get("table"))
        if known:
            self.fields["follows"] = forms.ChoiceField(
                label=_("Does it take the place of another one?"),
                choices=[("", _("no, it stands beside them")), *known],
                required=False,
            )
            self.order_fields(["name", "follows"])

    @property
    def has_file(self) -> bool:
        """Whether a file was sent now, and not the table of a dry run."""
        return bool(self.files)

    def clean(self) -> dict[str, object]:
        """Read the table: the areas stand in `areas`, the text in `table`."""
        cleaned = super().clean() or self.cleaned_data
        self._read(cleaned)
        name, follows = str(cleaned.get("name", "")), str(cleaned.get("follows", ""))
        self.key = follows or slug_of(name)[:LONGEST_KEY].strip("-")
        if not follows and self.key in self.known:
            told = _("There is a division with this name already. Choose it below, or choose another name.")
            self.add_error("name", told)
        if name and not self.key:
            self.add_error("name", _("Fill in a name with letters or digits."))
        return cleaned

    def _read(self, cleaned: dict[str, object]) -> None:
        file = cleaned.get("file")
        try:
            if isinstance(file, UploadedFile):
                cleaned["table"] = text_of(file.read())
            if cleaned.get("table"):
                self.areas = read_areas(str(cleaned["table"]))
        except Refused as refused:
            self.add_error("file", sentence(refused))


class BordersForm(ActForm):
    """A file of borders."""

    file = GeometryField(
        label=_("The file with borders"),
        help_text=_("GeoJSON, also packed as .geojson.gz. At most 10 MB. A file of the whole country will do."),
    )
    source = forms.CharField(
        label=_("Whose borders are these?"),
        help_text=_("For example: CBS, Wijk- en buurtkaart. Everybody sees this with the map."),
        max_length=LONGEST_SOURCE,
        error_messages={"required": _("Fill in whose borders these are, such as CBS.")},
    )
    year = YearField(label=_("Of which year are the borders?"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    code_name = forms.CharField(
        label=_("Under which name does the file keep the codes?"),
        help_text=_("Only when it is not a usual name, such as code, statcode, buurtcode or wijkcode."),
        max_length=LONGEST_NAME,
        required=False,
    )
    refused_at: ClassVar[Mapping[str, str]] = {"border_source": "source", "border_year": "year"}


class CompositionForm(ActForm):
    """The composition of a region year."""

    file = TableField(
        label=_("The table of areas"),
        help_text=_(
            "A CSV with a row for each CBS area. Columns: gebied code, cbs code, cbs naam; gewicht if you need it."
        ),
    )
    year = YearField(label=_("Of which year are the CBS codes?"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    covers_partly = forms.BooleanField(label=PARTLY, required=False)
    replace = forms.BooleanField(label=_("This takes the place of what is known of that year"), required=False)
    refused_at: ClassVar[Mapping[str, str]] = {"region_year": "year", "composition_exists": "replace"}


class ConcordanceForm(ActForm):
    """What became of CBS areas between two region years."""

    file = TableField(
        label=_("The concordance"),
        help_text=_(
            "A CSV with a row for each old and new area. Columns: van, naar, gewicht. "
            "The weights of an old area are 1 together."
        ),
    )
    from_year = YearField(label=_("Of which year are the old codes?"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    to_year = YearField(label=_("Of which year are the new codes?"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    basis = forms.CharField(
        label=_("On what do the weights rest?"),
        help_text=_("For example: addresses."),
        max_length=LONGEST_BASIS,
        error_messages={"required": _("Fill in on what the weights rest, such as addresses.")},
    )
    source = forms.CharField(
        label=_("Whose table is this?"),
        max_length=LONGEST_SOURCE,
        error_messages={"required": _("Fill in whose table this is.")},
    )
    replace = forms.BooleanField(label=_("This takes the place of what is known of these years"), required=False)
    refused_at: ClassVar[Mapping[str, str]] = {
        "concordance_basis": "basis",
        "concordance_source": "source",
        "concordance_years": "from_year",
        "concordance_exists": "replace",
    }

"""One part of a scan as a form: what stands in it, and what can be chosen for it."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import OWN_FIGURES, PARTS
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.queries import ItemInFull, ToldChoice, ToldWords
from wijkaanzet.scans.rules.catalogue import indicators
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.scans.rules.scan import Chosen, ScanItemKind, ScanPartKey
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.neighbourhood_scan import figures
from wijkaanzet.web.neighbourhood_scan.forms import Choice, SectionForm, meaning_of
from wijkaanzet.web.neighbourhood_scan.told import kind_of, name_of
from wijkaanzet.web.pages.neighbourhood_scan import ChoiceGroup, ChoiceRow, SectionPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address

IN, HERE, OTHER = "in", "here", "other"
"""The groups of what was told: what stands in the part, what is offered here first, and the rest."""
OWN = ""
"""The theme of a figure of the municipality's own."""
NOTE = 160
HELPS = {
    ScanPartKey.STRENGTHS: gettext_lazy("People, places, groups and skills: what can this neighbourhood build on?"),
    ScanPartKey.CONCERNS: gettext_lazy(
        "What do people lose sleep over? Say what happens, and do not point at anybody."
    ),
    ScanPartKey.NOT_COMING: gettext_lazy("Whom do you never see or hear? Say it too when you do not know."),
    ScanPartKey.WANTED: gettext_lazy("What do people want here, and what will they do for it themselves?"),
    ScanPartKey.SHUT_OUT: gettext_lazy("Who would want to take part and cannot? What stands in the way?"),
}


def section_form(request: Request, scan: Scan, key: ScanPartKey, data: QueryDict | None, *, today: date) -> SectionForm:
    """The form of a part, with everything that can be chosen for it."""
    there = queries.to_choose(actor_of(request), scan, on=today)
    section = there.scan.section(key)
    chosen = tuple(_stands(one) for one in section.items)
    inside = {one.key for one in chosen}
    others = (*(_told(one, key) for one in there.told), *map(_figure, there.figures))
    choices = (*chosen, *(one for one in others if one.key not in inside))
    return SectionForm(data, choices=choices, words=section.words, sure=section.sure or "")


def _stands(item: ItemInFull) -> Choice:
    """What stands in the part already."""
    if isinstance(item.what, str):
        chosen, key = Chosen(figure=item.what, meaning=item.meaning), f"figure-{item.what}"
    else:
        chosen, key = Chosen(subject=item.what, meaning=item.meaning), f"{item.kind}-{item.what.id}"
    return Choice(key, chosen, name_of(item), _note_of(item), IN, is_in=True)


def _note_of(item: ItemInFull) -> str:
    if item.figure is not None:
        return _of_figure(item.figure)
    if item.told is not None:
        return _of_told(item.kind, item.told)
    return _("It cannot be read any more. Leave it out.")


def _told(one: ToldChoice, key: ScanPartKey) -> Choice:
    name = f"{one.kind}-{one.subject.id}"
    group = HERE if one.section is key else OTHER
    return Choice(name, Chosen(subject=one.subject), f"“{one.told.title}”", _of_told(one.kind, one.told), group)


def _of_told(kind: ScanItemKind, told: ToldWords) -> str:
    note = f"{kind_of(kind, told)}: {Truncator(' '.join(told.text.split())).chars(NOTE)}"
    return note if told.for_everybody else _("%(note)s (only for who work here together)") % {"note": note}


def _figure(figure: FrozenFigure) -> Choice:
    key, note = f"figure-{figure.slug}", _of_figure(figure)
    return Choice(key, Chosen(figure=figure.slug), figure.label, note, figures.theme(figure.slug))


def _of_figure(figure: FrozenFigure) -> str:
    return f"{figures.value(figure)} · {figure.year} · {figure.source}"


def section_page(request: Request, scan: Scan, key: ScanPartKey, form: SectionForm) -> SectionPage:
    """The page of the form."""
    back = address(request, "scan-compose", slug=scan.area.slug, year=scan.year)
    return SectionPage(
        area=scan.area.name,
        slug=scan.area.slug,
        year=scan.year,
        title=str(PARTS[key]),
        help=str(HELPS[key]),
        questions=(form["words"], form["sure"]),
        told=tuple(_groups(form, _told_groups(), figure=False)),
        figures=tuple(_groups(form, _themes(), figure=True)),
        buttons=Buttons(submit=_("Keep this part"), actions=(Action(label=_("Back"), href=back, kind="secondary"),)),
    )


def _told_groups() -> Iterable[tuple[str, str]]:
    yield IN, _("What stands in this part")
    yield HERE, _("What people told that may belong here")
    yield OTHER, _("What else people told")


def _themes() -> Iterable[tuple[str, str]]:
    """In the order of the catalogue; what is the municipality's own comes last."""
    yield from dict.fromkeys((one.theme.label, one.theme.label) for one in indicators())
    yield OWN, str(OWN_FIGURES)


def _groups(form: SectionForm, names: Iterable[tuple[str, str]], *, figure: bool) -> Iterator[ChoiceGroup]:
    for name, title in names:
        of_kind = (one for one in form.choices.values() if one.group == IN or bool(one.chosen.figure) is figure)
        rows = tuple(_row(form, one) for one in of_kind if one.group == name)
        if rows:
            yield ChoiceGroup(title=title, rows=rows, open=name in {IN, HERE} or any(one.ticked for one in rows))


def _row(form: SectionForm, one: Choice) -> ChoiceRow:
    tick = form[one.key]
    return ChoiceRow(
        tick=tick,
        meaning=form[meaning_of(one.key)],
        label=one.label,
        note=one.note,
        ticked=bool(tick.value()),
    )

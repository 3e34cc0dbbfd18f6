"""A plan with something in every field that an edition keeps, and for each field the plan with that one otherwise."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from wijkaanzet.plans.rules.content import (
    AgreementKept,
    AskKept,
    BaseKept,
    ContributionKept,
    DissentKept,
    ExpectedKept,
    MoneyThere,
    PictureKept,
    PlanContent,
    PriorityKept,
    ReasonKept,
    WordKept,
)
from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, ContributionStatus, Per
from wijkaanzet.plans.rules.priorities import AskAnswer, InformalAnswer, KnownBy, PlaceKind, ReasonKind
from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.scans.rules import frozen
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.frozen import FrozenFigure

DAY, LATER = date(2018, 3, 1), date(2019, 3, 1)
ALONE = FrozenFigure(
    slug="eenzaam",
    label="Mensen die zich alleen voelen",
    kind=ColumnKind.PERCENTAGE,
    unit="van de bewoners",
    decimals=0,
    year=2016,
    source="GGD",
    value="40",
)
FIGURE = frozen.to_json(ALONE)
NEWER = frozen.to_json(replace(ALONE, year=2018, value="35"))
WISH = ReasonKept(kind=ReasonKind.WISH, says="Niemand eet alleen.")
RESTS = ReasonKept(kind=ReasonKind.FIGURE, says="", figure="eenzaam", frozen=FIGURE)
TOLD = ReasonKept(kind=ReasonKind.TOLD, says="", subject_kind="voice", subject_id=7, for_everybody=True)
COOK = ContributionKept(
    public_id="kok",
    bringer=Bringer.RESIDENTS,
    who="De kookgroep",
    kind=ContributionKind.HOURS,
    what="Koken",
    status=ContributionStatus.CONFIRMED,
    hours=4,
    per=Per.WEEK,
    until=DAY,
    says="Graag!",
)
PAY = ContributionKept(
    public_id="geld",
    bringer=Bringer.MUNICIPALITY,
    who="Gemeente Proefstad",
    kind=ContributionKind.MONEY,
    what="Pannen",
    status=ContributionStatus.CONFIRMED,
    cents=10_000,
    from_area_money=True,
    earmark="jeugd",
)
FUND = replace(PAY, public_id="fonds", from_area_money=False, earmark="", money_from="Een fonds")
ASK = AskKept(to_whom="Afdeling Ruimte", question="Mag de tafel buiten?", kind=AskAnswer.YES, answer="Ja.")
SUPPER = PriorityKept(
    public_id="eten",
    title="Samen eten",
    place_kind=PlaceKind.STREET,
    place="De Hoofdstraat",
    informal=InformalAnswer.WANT,
    informal_says="Wij willen samen eten.",
    texts={SectionKey.WHY: "Veel mensen eten alleen."},
    reasons=(WISH, RESTS, TOLD),
    contributions=(COOK, PAY, FUND),
    asks=(ASK,),
    function="ontmoeting",
    theme="samen",
    goal="niemand-alleen",
    known_by=KnownBy.FIGURE,
    figure="samen",
    look_back_on=None,
    measured=frozen.to_json(replace(ALONE, slug="samen", label="Mensen die samen eten")),
)
BASE = BaseKept(organisation="Stichting Samen", what="Een werker", hours_a_week=24)
AGREED = AgreementKept(
    agreed_on=DAY,
    way="majority",
    rule="De meeste stemmen gelden.",
    in_favour=7,
    against=2,
    dissents=(DissentKept(text="Liever een speeltuin.", by_whom="De ouders"),),
)
PHOTO = PictureKept(public_id="foto", alt="Mensen koken", width=60, height=40, priority="eten")
WORD = WordKept(
    term="buurthuis",
    meaning="Een huis waar iedereen welkom is.",
    agreed_with=("de buurtraad",),
    agreed_on=DAY,
    source="Wijknota",
    here="De oude school.",
)
EXPECT = ExpectedKept(about="Groen in de straat", sentences=("U doet het zelf.",))
PLAN = PlanContent(
    texts={SectionKey.SUMMARY: "Wij eten samen."},
    priorities=(SUPPER,),
    base=(BASE,),
    agreement=AGREED,
    pictures=(PHOTO,),
    change_why="Er kwam een idee bij.",
    money=MoneyThere(year=2018, cents=50_000, parts={"jeugd": 20_000}),
    words=(WORD,),
    expected=(EXPECT,),
)


@dataclass(frozen=True)
class Field:
    """One field of what an edition keeps, and a plan in which only that one is otherwise."""

    of: type
    name: str
    plan: PlanContent

    def __str__(self) -> str:
        return f"{self.of.__name__}.{self.name}"


UNSEEN = {
    "PictureKept.width": "of one photo the size stays",
    "PictureKept.height": "of one photo the size stays",
    "AgreementKept.agreed_on": "a network agrees anew with each edition",
    "PlanContent.change_why": "stands above all changes",
}
"""What is no change by itself, and why."""


def everything() -> set[str]:
    """Every field that an edition keeps."""
    kept = (PlanContent, PriorityKept, ReasonKept, ContributionKept, AskKept, BaseKept)
    around = (AgreementKept, DissentKept, PictureKept, MoneyThere, WordKept, ExpectedKept)
    return {f"{kind.__name__}.{one.name}" for kind in (*kept, *around) for one in fields(kind)}


def otherwise() -> tuple[Field, ...]:
    """Each field with another value than in PLAN."""
    return tuple(_otherwise())


def with_others(kept, **changed):
    """A part of an edition with some of its fields otherwise, whichever part it is."""
    return replace(kept, **changed)


def _otherwise() -> Iterator[Field]:
    yield from _each(PlanContent, lambda plan: plan, PLAN, _of_plan())
    yield from _each(PriorityKept, _with_priority, SUPPER, _of_priority())
    for reason, changed in _of_reasons():
        yield from _each(ReasonKept, _swapped("reasons", reason), reason, changed)
    for contribution, changed in _of_contributions():
        yield from _each(ContributionKept, _swapped("contributions", contribution), contribution, changed)
    asked = {"to_whom": "De school", "question": "Mag het binnen?", "kind": AskAnswer.PARTLY, "answer": "Soms."}
    yield from _each(AskKept, _swapped("asks", ASK), ASK, {**asked, "again_on": LATER})
    base = {"organisation": "Welzijn", "what": "Een kok", "hours_a_week": 20}
    yield from _each(BaseKept, lambda one: replace(PLAN, base=(one,)), BASE, base)
    way = {"way": "consent", "rule": "", "in_favour": 8, "against": 1, "dissents": ()}
    yield from _each(AgreementKept, lambda one: replace(PLAN, agreement=one), AGREED, way)
    said = {"text": "Liever een park.", "by_whom": "De school"}
    yield from _each(DissentKept, _with_dissent, AGREED.dissents[0], said)
    photo = {"public_id": "foto2", "alt": "Mensen eten", "priority": ""}
    yield from _each(PictureKept, lambda one: replace(PLAN, pictures=(one,)), PHOTO, photo)
    yield from _of_sheets()
    money = {"year": 2019, "cents": 40_000, "parts": {"jeugd": 5_000}}
    yield from _each(MoneyThere, lambda one: replace(PLAN, money=one), PLAN.money, money)


def _of_sheets() -> Iterator[Field]:
    means = {"term": "huiskamer", "meaning": "Een huis met een keuken.", "agreed_with": ("de school",)}
    said = {"agreed_on": LATER, "source": "", "here": "De nieuwe school."}
    yield from _each(WordKept, lambda one: replace(PLAN, words=(one,)), WORD, {**means, **said})
    steps = {"about": "Groen", "sentences": ("De gemeente doet het.",)}
    yield from _each(ExpectedKept, lambda one: replace(PLAN, expected=(one,)), EXPECT, steps)


def _each(of: type, within: Callable[..., PlanContent], kept: object, changed: Mapping[str, object]) -> Iterator[Field]:
    for name, value in changed.items():
        yield Field(of=of, name=name, plan=within(with_others(kept, **{name: value})))


def _of_plan() -> dict[str, object]:
    return {
        "texts": {SectionKey.SUMMARY: "Wij koken samen."},
        "priorities": (),
        "base": (),
        "agreement": None,
        "pictures": (),
        "money": MoneyThere(year=2018, cents=None),
        "words": (),
        "expected": (),
    }


def _of_priority() -> dict[str, object]:
    return {
        "public_id": "anders",
        "title": "Samen koken",
        "place_kind": PlaceKind.HOTSPOT,
        "place": "De Kerkstraat",
        "informal": InformalAnswer.DO,
        "informal_says": "Wij eten samen.",
        "texts": {},
        "reasons": (),
        "contributions": (),
        "asks": (),
        "function": "kracht",
        "theme": "taal",
        "goal": "",
        "known_by": KnownBy.STORY,
        "figure": "buren",
        "look_back_on": LATER,
        "measured": frozen.to_json(replace(ALONE, slug="samen", label="Mensen die samen eten", value="20")),
    }


def _of_reasons() -> Iterator[tuple[ReasonKept, dict[str, object]]]:
    yield WISH, {"kind": ReasonKind.FIGURE, "says": "Iedereen eet mee."}
    yield RESTS, {"figure": "buren", "frozen": NEWER}
    yield TOLD, {"subject_kind": "entry", "subject_id": 8, "for_everybody": False}


def _of_contributions() -> Iterator[tuple[ContributionKept, dict[str, object]]]:
    yield (
        COOK,
        {
            "public_id": "kok2",
            "bringer": Bringer.ORGANISATION,
            "who": "De bakgroep",
            "kind": ContributionKind.KNOWLEDGE,
            "what": "Bakken",
            "status": ContributionStatus.ASKED,
            "hours": 6,
            "per": Per.MONTH,
            "beyond_base": True,
            "until": LATER,
            "says": "Heel graag!",
        },
    )
    yield PAY, {"cents": 20_000, "earmark": ""}
    yield FUND, {"from_area_money": True, "money_from": "De kerk"}


def _with_priority(one: PriorityKept) -> PlanContent:
    return replace(PLAN, priorities=(one,))


def _swapped(name: str, kept: object) -> Callable[[object], PlanContent]:
    """The plan with one of a list of its priority in the place of another."""

    def within(one: object) -> PlanContent:
        rows = tuple(one if row is kept else row for row in getattr(SUPPER, name))
        return _with_priority(with_others(SUPPER, **{name: rows}))

    return within


def _with_dissent(one: DissentKept) -> PlanContent:
    return replace(PLAN, agreement=replace(AGREED, dissents=(one,)))

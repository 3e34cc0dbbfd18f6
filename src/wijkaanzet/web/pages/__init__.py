"""What each page template gets: one frozen dataclass, in the context as `page`."""

from wijkaanzet.web.pages.areas import AreaPage, AreaRow, AreasPage, ComingYear, DecisionNote, Holder
from wijkaanzet.web.pages.city import HomePage, MunicipalityPage, MunicipalityRow
from wijkaanzet.web.pages.decisions import DecisionPage, DecisionRow, DecisionsPage
from wijkaanzet.web.pages.mandates import MandatesPage, MandateStep, PastArrangement
from wijkaanzet.web.pages.moves import MoveRow, OpenPlanPage, YourMovePage
from wijkaanzet.web.pages.plain import AccessibilityPage, DemoCity, DemoPage, DeskOf, PersonaButton, RoleRow, RolesPage
from wijkaanzet.web.pages.why import CityLine, ComponentShare, Seal, WhyPage

__all__ = [
    "AccessibilityPage",
    "AreaPage",
    "AreaRow",
    "AreasPage",
    "CityLine",
    "ComingYear",
    "ComponentShare",
    "DecisionNote",
    "DecisionPage",
    "DecisionRow",
    "DecisionsPage",
    "DemoCity",
    "DemoPage",
    "DeskOf",
    "Holder",
    "HomePage",
    "MandateStep",
    "MandatesPage",
    "MoveRow",
    "MunicipalityPage",
    "MunicipalityRow",
    "OpenPlanPage",
    "PastArrangement",
    "PersonaButton",
    "RoleRow",
    "RolesPage",
    "Seal",
    "WhyPage",
    "YourMovePage",
]

"""What pages are called in the role matrix."""

from django.utils.translation import gettext_lazy as _

PAGES = {
    "home": _("The municipalities that take part"),
    "live": _("Check: is the program running"),
    "ready": _("Check: can the program receive visitors"),
    "set_language": _("Choose a language"),
    "accessibility": _("Accessibility statement"),
    "style": _("All parts of the look"),
    "demo": _("Demonstration: choose who you are"),
    "demo-login": _("Demonstration: log in"),
    "demo-logout": _("Demonstration: log out"),
    "municipality": _("Front page of the municipality"),
    "division-csv": _("The division of a year as a table"),
    "model-json": _("The allocation model of a year as a file"),
    "figures-csv": _("The figures of a year as a table"),
    "areas": _("List of neighbourhoods"),
    "area": _("Page of a neighbourhood"),
    "why": _("Why this amount?"),
    "why-csv": _("Why this amount? As a table"),
    "decisions": _("List of decisions"),
    "decision": _("Page of a decision"),
    "roles": _("Who may do what"),
}

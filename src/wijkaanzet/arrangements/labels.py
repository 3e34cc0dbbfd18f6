"""The words for what an arrangement chooses from, and the sentence for each problem of its file."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkaanzet.arrangements.rules import BodyKind, Every, GovernanceModel, LevelKey, Problem, ProblemKey, Rhythm, Step

PROBLEMS: dict[ProblemKey, str | Promise] = {
    ProblemKey.TOO_LONG: _("the file is longer than %(high)s characters"),
    ProblemKey.NOT_UTF8: _("the file is not in UTF-8"),
    ProblemKey.SYNTAX: _("this is not valid TOML: %(detail)s"),
    ProblemKey.UNREADABLE: _("this file holds a number or a nesting that is too large to read"),
    ProblemKey.UNKNOWN_FORMAT: _("this version reads format %(known)s only"),
    ProblemKey.MISSING: _("this key is missing"),
    ProblemKey.UNKNOWN_KEY: _('unknown key "%(value)s"'),
    ProblemKey.NOT_TEXT: _("a text in quotation marks belongs here"),
    ProblemKey.NOT_LIST: _('a list such as ["a", "b"] belongs here'),
    ProblemKey.NOT_NUMBER: _("a whole number belongs here"),
    ProblemKey.NOT_DATE: _("a date such as 2018-01-01 belongs here, without quotation marks or a time"),
    ProblemKey.NOT_TABLE: _('a table such as { key = "value" } belongs here'),
    ProblemKey.NOT_ROWS: _("tables such as [[%(value)s]] belong here, one for each"),
    ProblemKey.EMPTY_TEXT: _("the text is empty"),
    ProblemKey.LONG_TEXT: _("the text is longer than %(high)s characters"),
    ProblemKey.CONTROL_CHARACTER: _("the text holds a line break or another invisible character"),
    ProblemKey.OUT_OF_RANGE: _("the number must be between %(low)s and %(high)s"),
    ProblemKey.UNKNOWN_CHOICE: _('unknown value "%(value)s"; choose from %(allowed)s'),
    ProblemKey.BAD_CODE: _('"%(value)s" is not a municipality code; write GM and four digits, such as GM0855'),
    ProblemKey.BAD_SLUG: _('"%(value)s" may only hold small letters, digits and single hyphens'),
    ProblemKey.RESERVED_SLUG: _('"%(value)s" is an address of the product itself; choose another'),
    ProblemKey.DOUBLE_KEY: _('"%(value)s" is listed twice'),
    ProblemKey.REVERSED_PERIOD: _("the period ends (%(end)s) before or on the day it starts (%(start)s)"),
    ProblemKey.UNKNOWN_WORD: _('unknown word "%(value)s"'),
    ProblemKey.WORD_FORMS: _("give one form or two: singular and plural"),
    ProblemKey.DOUBLE_WORD: _('"%(value)s" is also the word for %(other)s'),
    ProblemKey.UNKNOWN_BODY: _('unknown body "%(value)s"'),
    ProblemKey.UNKNOWN_STEP: _('"%(value)s" is not a step of the staircase'),
    ProblemKey.UNKNOWN_ROLE: _('unknown role "%(value)s"'),
    ProblemKey.CANNOT_DECIDE: _('"%(value)s" only advises and cannot decide'),
    ProblemKey.LEVEL_WITHOUT_COMPONENTS: _("this step needs components, and the list of components is empty"),
    ProblemKey.OVERLAP: _("the period overlaps with the arrangement that starts on %(start)s"),
    ProblemKey.SAME_START: _(
        "another arrangement already starts on %(start)s; a change is a new file with a later start"
    ),
    ProblemKey.OTHER_MUNICIPALITY: _('municipality %(code)s is known here as "%(stored)s"'),
    ProblemKey.SLUG_TAKEN: _('"%(value)s" is already the address of %(other)s'),
}
REFUSALS: dict[str, str | Promise] = {
    "no_arrangement": _("On %(day)s no arrangement of %(municipality)s was in force; load one for that day first."),
}
MODELS: dict[GovernanceModel, str | Promise] = {
    GovernanceModel.CENTRALISED: _("centralised model"),
    GovernanceModel.HIERARCHICAL: _("hierarchical model"),
    GovernanceModel.CONSORTIUM: _("consortium model"),
    GovernanceModel.FAN: _("fan model"),
}
BODY_KINDS: dict[BodyKind, str | Promise] = {
    BodyKind.COUNCIL: _("municipal council"),
    BodyKind.EXECUTIVE: _("municipal executive"),
    BodyKind.ADVISORY: _("advisory body"),
    BodyKind.NETWORK: _("neighbourhood network"),
    BodyKind.PARTNER: _("partner organisation"),
}
LEVELS: dict[LevelKey, str | Promise] = {
    LevelKey.CITY_AREA: _("from the city to the neighbourhoods"),
    LevelKey.AREA_COMPONENT: _("within a neighbourhood, over the components"),
    LevelKey.PLAN: _("the plan of a neighbourhood"),
}
RHYTHMS: dict[Rhythm, str | Promise] = {
    Rhythm.YEARLY: _("every year"),
    Rhythm.HALF_YEARLY: _("every half year"),
    Rhythm.QUARTERLY: _("every quarter"),
}
EVERY: dict[Every, str | Promise] = {
    Every.YEARLY: _("every year"),
    Every.HALF_YEARLY: _("every half year"),
    Every.QUARTERLY: _("every quarter"),
    Every.PLAN: _("once for each plan"),
}
STEPS: dict[Step, str | Promise] = {
    Step.SCAN: _("Explore"),
    Step.BUDGET: _("Budget"),
    Step.PLAN: _("Plan"),
    Step.DO: _("Do"),
    Step.FOLLOW: _("Follow"),
    Step.MAKE_SENSE: _("Make sense"),
    Step.ACCOUNT: _("Account"),
    Step.DECIDE: _("Decide"),
}
MEANT = _('; did you mean "%(suggestion)s"?')


def sentence(problem: Problem) -> str:
    """One line for the writer of the file: where it stands, under which key, what is wrong, what was perhaps meant."""
    place = f"{problem.file}:{problem.line}: "
    key = f"{problem.path[-1]}: " if problem.path else ""
    meant = str(MEANT) % problem.parameters if "suggestion" in problem.parameters else ""
    return place + key + str(PROBLEMS[problem.key]) % problem.parameters + meant

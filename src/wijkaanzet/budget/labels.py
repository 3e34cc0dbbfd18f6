"""The words of the budget: a sentence for each refusal, a name for each member that is shown."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkaanzet.budget.rules.division import CheckKey, CityKind, Flag, FlagKey, LineKind
from wijkaanzet.budget.rules.frames import FrameStatus
from wijkaanzet.budget.rules.ledger import PostingKind
from wijkaanzet.budget.rules.runs import RunStatus
from wijkaanzet.kernel.money import format_euros
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans import labels as scans

BAD_MODEL: dict[str, Promise] = {
    "not_json": _("This is not a readable JSON file."),
    "unknown_format": _("This version reads the format %(known)s only."),
    "unknown_key": _('The key "%(name)s" is not known here.'),
    "key_is_missing": _('The key "%(name)s" is missing.'),
    "key_stands_twice": _('The key "%(name)s" stands here twice.'),
    "not_an_object": _("An object between braces belongs here."),
    "not_a_list": _("A list between square brackets belongs here."),
    "not_a_whole_number": _("A whole number belongs here; an amount is written in cents."),
    "negative": _("The number may not be below zero."),
    "too_small": _("The number must be at least %(least)s."),
    "too_large": _("The number may be at most %(most)s."),
    "not_a_fraction": _('A share belongs here as text, such as "0.35" or "7/20".'),
    "above_one": _("A share or weight may not be above 1."),
    "not_a_text": _("A text of at most 200 characters belongs here."),
    "not_printable": _("The text holds a line break or another invisible character; take it out."),
    "too_many": _("There may be at most %(most)s here."),
    "file_too_large": _("The file is larger than %(most)s bytes."),
    "not_a_key": _("A key has at most 60 small letters, digits and hyphens."),
    "not_a_choice": _("Choose one of: %(options)s."),
    "percentage_of_what": _('A percentage says with "of" which column it is taken of; a count does not.'),
    "column_used_two_ways": _('The column "%(column)s" is counted in two ways; give each its own column.'),
    "not_in_units": _("The amount must be a whole number of rounding units of %(unit)s."),
    "does_not_sum_to_one": _("The shares or weights sum to %(sum)s and must sum to exactly 1."),
}
BAD_FIGURES: dict[str, Promise] = {
    "value_missing": _('The figure "%(column)s" of %(code)s is missing, and "%(criterion)s" refuses missing figures.'),
    "base_missing": _('%(code)s has no usable figure "%(column)s" to take the percentage of "%(criterion)s" of.'),
    "nothing_known": _('No area has a figure "%(column)s", so the rate for "%(criterion)s" is unknown.'),
    "no_inhabitants": _("No area has inhabitants, so there is nobody to divide among."),
}
DOES_NOT_FIT: dict[str, Promise] = {
    "no_units": _('"%(criterion)s" of "%(earmark)s" counts zero in every area, so its money cannot be divided.'),
    "city_above_pot": _('The city-wide amounts of "%(earmark)s" are %(shortfall)s above its money.'),
    "bases_above_pot": _('The fixed bases of "%(earmark)s" together are %(shortfall)s above the money for the areas.'),
    "floors_above_pot": _('The floors of "%(earmark)s" together are %(shortfall)s above the money for the areas.'),
    "not_toml": _("This is not a readable TOML file in UTF-8."),
    "no_areas_in_file": _("The file of areas has no [[area]]."),
    "not_an_area": _("An area has a code, a name and at least one part, such as WK085510."),
    "part_in_two_areas": _("%(code)s stands in two areas; leave it in one."),
    "area_without_place": _("%(code)s %(name)s has inhabitants and lies in no area; add it to the division."),
    "area_shared_out": _(
        "%(code)s lies in several areas (%(areas)s). Money cannot be divided with its figures, because how many "
        "people live in which area is estimated."
    ),
    "own_counts": _(
        "Money cannot be divided with what the municipality counted itself: the sum would show small numbers."
    ),
    # ledger and frame
    "amount_not_above_zero": _("An amount must be above zero."),
    "wrong_flow": _("Money of this kind cannot go from %(origin)s to %(destination)s."),
    "not_enough_money": _("%(account)s has %(left)s left; %(asked)s is more than that."),
    "not_yet_releasable": _("This money was promised until %(day)s; release it from that day on."),
    "frame_exists": _("There is a frame for %(year)s already; change that one by a later decision."),
    "wrong_state": _("This step does not come next; perhaps somebody was before you. Open the page again."),
    "place_without_figures": _("%(code)s, a part of %(name)s, does not stand in the figures."),
    "rests_on_nothing": _("Money only moves on a decision or with a reference to what it rests on."),
    "other_tenant": _("%(name)s belongs to another municipality."),
    "other_holder": _("This money is not held by %(name)s."),
    "other_account": _("The account %(account)s is in use for something else."),
    "wrong_step": _("These minutes are about %(step)s and this asks a decision about %(wanted)s."),
    "amount_not_in_cents": _("An amount is a whole number of cents."),
    "amount_too_large": _("An amount is at most %(most)s."),
    "year_out_of_range": _("A year lies between %(first)s and %(last)s."),
    "unknown_subject": _('Money cannot be for "%(kind)s": nothing of that kind exists here.'),
    "unknown_earmark": _('The municipality has no earmark "%(earmark)s"; choose from: %(known)s.'),
    "other_components": _("The model has the components %(given)s and the municipality has %(wanted)s."),
    "meeting_before_proposal": _("The meeting of %(day)s was before the proposal of %(since)s lay on the table."),
    "no_council": _("The arrangement of %(municipality)s names no council, so nobody can decide on a frame."),
    "no_clerk": _("No clerk records for %(body)s, so it cannot decide here yet."),
    "other_on_its_way": _("Another division of %(year)s is on its way to a decision; wait for that first."),
    "nobody_advises": _("By the arrangement nobody advises on this; propose it at once."),
    "figures_undone": _("The figures of this division were taken back; calculate it again with other figures."),
    "other_request": _("This advice is about something else."),
    "above_frame": _('"%(earmark)s" has %(asked)s in this division and %(given)s in the frame; make them fit first.'),
    "already_divided": _("The money of %(year)s has been divided by an earlier decision."),
}
REFUSALS: dict[str, Promise] = {**BAD_MODEL, **BAD_FIGURES, **DOES_NOT_FIT}

ACTIONS: dict[str, Promise] = {
    "budget.prepare_frame": _("Prepare the frame again and lay it before the council"),
    "budget.decide_frame": _("Record what the council decided on the frame"),
    "budget.propose_division": _("Propose the division, or keep it as a variant"),
    "budget.await_advice": _("Wait for the advice that was asked"),
    "budget.decide_division": _("Record what was decided on the division"),
}

FRAME_STATUSES: dict[FrameStatus, Promise] = {
    FrameStatus.DRAFT: _("before the council"),
    FrameStatus.RETURNED: _("returned with reasons"),
    FrameStatus.DECIDED: _("decided"),
}

POSTING_KINDS: dict[PostingKind, Promise] = {
    PostingKind.APPROPRIATION: _("Made available by the council"),
    PostingKind.ALLOCATION: _("Divided among the neighbourhoods"),
    PostingKind.COMMITMENT: _("Promised"),
    PostingKind.PAYMENT: _("Paid"),
    PostingKind.DETERMINATION: _("Determined for good"),
    PostingKind.RECLAIM: _("Claimed back"),
    PostingKind.RELEASE: _("Free again"),
}

RUN_STATUSES: dict[RunStatus, Promise] = {
    RunStatus.DRAFT: _("being prepared"),
    RunStatus.KEPT: _("kept as a variant"),
    RunStatus.ADVICE_ASKED: _("waits for advice"),
    RunStatus.ADVISED: _("advised on"),
    RunStatus.PROPOSED: _("proposed"),
    RunStatus.RETURNED: _("returned with reasons"),
    RunStatus.DECIDED: _("decided"),
}

FLAGS: dict[FlagKey, Promise] = {
    FlagKey.IMPUTED: _('%(area)s: no figure for "%(criterion)s"; counted at the rate of the known areas.'),
    FlagKey.EMPTY_AREA: _("%(area)s: nobody lives here, so it counts zero units."),
    FlagKey.PARADOX: _('%(area)s: would get %(unit)s less of "%(earmark)s" if the total were one unit higher.'),
}
CHECKS: dict[CheckKey, Promise] = {
    CheckKey.TOTAL: _("City and areas together are exactly the total"),
    CheckKey.EARMARKS: _("Each earmark gets its share"),
    CheckKey.COMPONENTS: _("The components of each area are exactly its amount"),
    CheckKey.LINES: _("The lines of each area are exactly its amount"),
    CheckKey.FLOORS: _("No area is below its floor"),
}
LINE_KINDS: dict[LineKind, Promise] = {
    LineKind.BASE: _("Fixed base"),
    LineKind.CRITERION: _("By count"),
    LineKind.FLOOR: _("Effect of the floors"),
    LineKind.ROUNDING: _("Rounding"),
}
CITY_KINDS: dict[CityKind, Promise] = {
    CityKind.SHARE: _("Share for the whole city"),
    CityKind.LINE: _("Activity for the whole city"),
}


def sentence(refused: Refused) -> str:
    """Say a refusal of the budget, or of the figures it reads, in one sentence in the language that is active."""
    return str({**scans.REFUSALS, **REFUSALS}[refused.key]) % _shown(refused.parameters)


def flag_sentence(flag: Flag) -> str:
    """Say a remark on a division in one sentence, in the language that is active."""
    return str(FLAGS[flag.key]) % _shown(flag.parameters)


def _shown(parameters: Mapping[str, object]) -> dict[str, object]:
    """Amounts (`…_cents`) are shown in euros under the name without `_cents`."""
    return {
        name.removesuffix("_cents") if name.endswith("_cents") else name: (
            format_euros(value) if name.endswith("_cents") and isinstance(value, int) else value
        )
        for name, value in parameters.items()
    }

"""People take part: organisations and bodies are set up, roles are given and end, and somebody stands in."""

from wijkaanzet.people.operations.appointing import AccountCalled, give_role_by_name
from wijkaanzet.people.operations.closing import close_account
from wijkaanzet.people.operations.own_address import ask_other_address, confirm_address
from wijkaanzet.people.operations.passwords import choose_password
from wijkaanzet.people.operations.roles import (
    ROLE_ENDED,
    ROLE_GIVEN,
    ROLE_TAKEN_BACK,
    NewRole,
    end_role,
    give_role,
    take_back_role,
)
from wijkaanzet.people.operations.second_steps import use_code, use_first_code
from wijkaanzet.people.operations.stand_ins import REPLACED, STANDS_IN, ask_stand_in, end_stand_in
from wijkaanzet.people.operations.taking_part import (
    DeskDetails,
    add_organisation,
    entrust_coordination,
    establish_bodies,
    install_arrangement,
    note_login,
    open_account,
    open_desk,
    open_network,
    refuse_login,
)

__all__ = [
    "REPLACED",
    "ROLE_ENDED",
    "ROLE_GIVEN",
    "ROLE_TAKEN_BACK",
    "STANDS_IN",
    "AccountCalled",
    "DeskDetails",
    "NewRole",
    "add_organisation",
    "ask_other_address",
    "ask_stand_in",
    "choose_password",
    "close_account",
    "confirm_address",
    "end_role",
    "end_stand_in",
    "entrust_coordination",
    "establish_bodies",
    "give_role",
    "give_role_by_name",
    "install_arrangement",
    "note_login",
    "open_account",
    "open_desk",
    "open_network",
    "refuse_login",
    "take_back_role",
    "use_code",
    "use_first_code",
]

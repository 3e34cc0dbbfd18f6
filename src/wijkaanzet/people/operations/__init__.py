"""People take part: organisations and bodies are set up, roles are given and end, and somebody stands in."""

from wijkaanzet.people.operations.stand_ins import STANDS_IN, ask_stand_in, end_stand_in
from wijkaanzet.people.operations.taking_part import (
    ROLE_GIVEN,
    DeskDetails,
    add_organisation,
    end_role,
    entrust_coordination,
    establish_bodies,
    give_role,
    install_arrangement,
    note_login,
    open_account,
    open_desk,
    open_network,
    refuse_login,
)

__all__ = [
    "ROLE_GIVEN",
    "STANDS_IN",
    "DeskDetails",
    "add_organisation",
    "ask_stand_in",
    "end_role",
    "end_stand_in",
    "entrust_coordination",
    "establish_bodies",
    "give_role",
    "install_arrangement",
    "note_login",
    "open_account",
    "open_desk",
    "open_network",
    "refuse_login",
]

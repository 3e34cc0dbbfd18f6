"""A staircase for Proefstad, and places on its sheets: what the tests of sheets share."""

from wijkaanzet.plans.rules.tools import Cell

STAIRCASE = """
[staircase]
name = "Trap"

[[staircase.steps]]
key = "loslaten"
name = "Wij laten toe"
expect = "U doet het zelf."

[[staircase.steps]]
key = "zorgen"
name = "Wij zorgen"
expect = "De gemeente doet het."

[[staircase.principles]]
key = "groen"
name = "Realisatie van groen"
plain = "Groen in de straat"
steps = ["loslaten"]

[[staircase.principles]]
key = "zorg"
name = "Zorg"
"""
WORDS = """
[[own_words]]
term = "buurthuis"
meaning = "Een huis waar iedereen welkom is."
agreed_with = ["de buurtraad"]
on = 2017-03-01
source = "Wijknota 2017"

[[own_words]]
term = "vrije inloop"
meaning = "U kunt zo binnenlopen."
"""
HOME, WALK_IN = Cell("buurthuis"), Cell("vrije inloop")
HOPE = Cell("hoop", "gemeenschappelijk")
ROLE = Cell("rol", "institutioneel")
GREEN = Cell("groen")

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
HOPE = Cell("hoop", "gemeenschappelijk")
ROLE = Cell("rol", "institutioneel")
GREEN = Cell("groen")

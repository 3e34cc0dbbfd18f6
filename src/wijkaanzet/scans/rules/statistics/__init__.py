"""How sure a figure is and what may be said of it: plain functions on numbers, without web, clock or database."""

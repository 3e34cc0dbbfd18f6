"""Who looks after the roles of a municipality: who holds which, giving one, ending one, and standing in for another."""

"""How a municipality is divided, in time; and the places inside its areas."""

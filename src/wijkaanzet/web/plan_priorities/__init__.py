"""The priorities of a plan, and who brings what: for who writes along, and for who is asked."""

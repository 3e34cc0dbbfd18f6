"""Who takes part in a network beside who lives there, and what was asked of networks and organisations."""

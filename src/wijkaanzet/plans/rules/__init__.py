"""Plans of networks: their parts, priorities, what each brings, and how they are agreed and adopted. Plain Python."""

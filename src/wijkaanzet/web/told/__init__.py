"""What people told and everybody may read: list, search, one of them, downloads; and the questions that are put."""

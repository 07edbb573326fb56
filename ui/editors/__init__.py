"""The editors: one hand-made field for each kind of question."""

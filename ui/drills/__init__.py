"""The drill in the window: its clock, what is noted in it, and what it leads to."""

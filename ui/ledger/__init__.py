"""The ledger in the window: its coverage, its table, and what is written into it by hand."""

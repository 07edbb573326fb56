"""The staff list: its table, and the panel that loads one from elsewhere."""

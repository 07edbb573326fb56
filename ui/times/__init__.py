"""The log of missed times in the window: a month to fill in, tables to take over, a chart."""

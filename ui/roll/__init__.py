"""The table of who must sign what."""

"""The risk matrix."""

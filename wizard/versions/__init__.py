"""Versions: what changed, publishing it, and what was published before."""

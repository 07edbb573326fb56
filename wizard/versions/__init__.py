"""Versions: what changed, publishing it, and what was published before."""

PUBLISHED = ("promise", "service-standard", "guide", "crisis-plan")
"""The documents that a version freezes, in their order; the change sheet goes with them."""

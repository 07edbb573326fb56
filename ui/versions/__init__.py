"""Versions in the window: what changed since the last one, publishing, looking at an old one."""

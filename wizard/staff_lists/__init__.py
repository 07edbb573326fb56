"""Staff lists as offices keep them: where they come from, what they say, what they change."""

"""The screens that fill the window: first screen, short path, project, settings."""

"""The pages of a project: one for each stop of the flow."""

"""The table-top exercise of a project: what is read out and when, how it runs, what is recorded."""

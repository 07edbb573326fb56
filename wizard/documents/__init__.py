"""Pages: from answers through a template to Word."""

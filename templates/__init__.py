"""One folder per document language, one template per document."""

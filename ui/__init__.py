"""The window of Policy Wizard; everything that knows Qt lives here."""

"""What the first screen offers: trades and countries, without reading a single catalogue."""

from wizard.i18n import N_

TRADES = {
    "cafe": N_("Café"),
    "shop": N_("Shop"),
    "online-store": N_("Online store"),
    "beauty-salon": N_("Beauty salon"),
    "clinic": N_("Clinic"),
    "school": N_("School"),
    "repair": N_("Repairs"),
    "empty": N_("Empty"),
}
COUNTRIES = {
    "GB": N_("United Kingdom"),
    "RU": N_("Russia"),
    "US": N_("United States"),
    "DE": N_("Germany"),
    "IE": N_("Ireland"),
    "KZ": N_("Kazakhstan"),
    "BY": N_("Belarus"),
}
HOME = {"en": "GB", "ru": "RU"}
"""The country proposed for each language of the window."""

"""What the documents are called where there is little room."""

from ui import tongue
from ui.tongue import tr
from wizard.i18n import N_

NAMES = {
    "promise": N_("For customers"),
    "service-standard": N_("Standard"),
    "guide": N_("For staff"),
    "crisis-plan": N_("Crisis plan"),
    "acknowledgement": N_("Signatures"),
    "launch-kit": N_("The talk"),
    "paste-kit": N_("Ready texts"),
    "drill-kit": N_("Drill kit"),
    "after-action": N_("After-action"),
    "missed-times": N_("Log of times"),
}


def short_name(document: str, title: str) -> str:
    """The document in a word or two of the window's language; its title where it has none."""
    return tr(NAMES[document]) if document in NAMES else title


def signed_name(document: str) -> str:
    """What a version freezes, in two or three words of the window's language; its id at worst."""
    from wizard.documents import templates  # Only here: the first screen does without.

    known = templates.documents(tongue.language()).get(document)
    return (known.short or known.title) if known else document

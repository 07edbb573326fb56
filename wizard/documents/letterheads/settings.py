"""The settings of a letterhead made ready for our documents: how it looks stays, no more."""

from lxml import etree

from wizard.documents.letterheads.package import R, W

LEFT_OUT = frozenset(
    f"{W}{name}"
    for name in (
        "attachedTemplate", "documentProtection", "writeProtection", "trackRevisions",
        "revisionView", "mailMerge", "docVars", "rsids", "updateFields", "documentType",
        "formsDesign", "linkStyles", "saveThroughXslt", "useXSLTWhenSaving", "view", "proofState",
        "savePreviewPicture", "attachedSchema", "smartTagType", "schemaLibrary", "captions",
        "stylePaneFormatFilter", "stylePaneSortMethod", "decimalSymbol", "listSeparator",
        "forceUpgrade", "readModeInkLockDown",
    )
)  # fmt: skip
"""What protects, tracks, merges or asks, and what is said anew in the document's language."""
FORMULAS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
AFTER_COMPATIBILITY = frozenset(
    f"{W}{name}"
    for name in (
        "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures", "shapeDefaults", "doNotEmbedSmartTags",
    )
) | {FORMULAS}  # fmt: skip
WORD = "http://schemas.microsoft.com/office/word"
DECIMAL = {"en": ".", "ru": ","}


def fit(tree: etree._Element, language: str) -> None:
    """Make these the settings of a document of ours in the language.

    A letterhead that does not say which Word it was made for is opened as one of today, as a
    document without it would be.
    """
    for one in list(tree):
        leads_elsewhere = any(
            str(name).startswith(R) for place in one.iter() for name in place.attrib
        )
        is_of_word = one.tag == FORMULAS or str(one.tag).startswith(W)
        if one.tag in LEFT_OUT or leads_elsewhere or not is_of_word:
            tree.remove(one)
    if tree.find(f"{W}compat") is None:
        compatibility = etree.Element(f"{W}compat")
        mode = etree.SubElement(compatibility, f"{W}compatSetting")
        for name, value in (("name", "compatibilityMode"), ("uri", WORD), ("val", "15")):
            mode.set(f"{W}{name}", value)
        later = (place for place, one in enumerate(tree) if one.tag in AFTER_COMPATIBILITY)
        tree.insert(next(later, len(tree)), compatibility)
    for name, value in (("decimalSymbol", DECIMAL[language]), ("listSeparator", ";")):
        etree.SubElement(tree, f"{W}{name}").set(f"{W}val", value)

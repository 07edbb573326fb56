"""The page as rich text: the second visitor, for the preview, for print and for PDF."""

"""Letterheads made for the tests, part by part as programs write them; none is kept as a file."""

import io
import struct
import zipfile
import zlib

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT, TEMPLATE = f"{WORD}.document.main+xml", f"{WORD}.template.main+xml"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" '
    'w:footer="567" w:gutter="0"/>'
)
PICTURE = '<w:drawing><a:blip r:embed="rId1"/></w:drawing>'


def xml(name, inner, attributes=""):
    """A part whose root is the element ``name`` of Word."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {SPACES} {attributes}>{inner}</w:{name}>'
    )


def paragraph(text, align="", inner=""):
    aligned = f'<w:pPr><w:jc w:val="{align}"/></w:pPr>' if align else ""
    said = text.replace("\t", "</w:t><w:tab/><w:t>")
    return f"<w:p>{aligned}<w:r><w:t>{said}</w:t>{inner}</w:r></w:p>"


def cell(*paragraphs):
    return f"<w:tc>{''.join(paragraphs)}</w:tc>"


def table(*cells):
    return f"<w:tbl><w:tblGrid/><w:tr>{''.join(cells)}</w:tr></w:tbl>"


def style(kind, number, name, inner="", attributes=""):
    return (
        f'<w:style w:type="{kind}" w:styleId="{number}" {attributes}>'
        f'<w:name w:val="{name}"/>{inner}</w:style>'
    )


def relations(*targets):
    """A part of relationships: each ``(id, kind, target)``, or with its mode as a fourth."""
    found = []
    for number, kind, target, *rest in targets:
        where = f' TargetMode="{rest[0]}"' if rest else ""
        found.append(
            f'<Relationship Id="{number}" Type="{OFFICE}/{kind}" Target="{target}"{where}/>'
        )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(found)}</Relationships>'


def types(main="word/document.xml", kind=DOCUMENT, more=""):
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/{main}" ContentType="{kind}"/>{more}</Types>'
    )


def body(*sections):
    """The document: each section's properties, the last as those of the body."""
    former = "".join(f"<w:p><w:pPr>{one}</w:pPr></w:p>" for one in sections[:-1])
    return xml("document", f"<w:body>{former}<w:p/>{sections[-1]}</w:body>")


def section(inner, page=A4, margins=MARGINS):
    return f"<w:sectPr>{inner}{page}{margins}</w:sectPr>"


def stands(kind, number, pages="default"):
    return f'<w:{kind}Reference w:type="{pages}" r:id="{number}"/>'


ARIAL = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
)


def plain():
    """A line above, a line below; the page of a Russian letter."""
    found = style("paragraph", "a", "Normal", attributes='w:default="1"')
    found += style("paragraph", "1", "heading 1") + style("paragraph", "a3", "Title")
    found += style("character", "a4", "Strong") + style("table", "a5", "Table Grid")
    return {
        "[Content_Types].xml": types(),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": body(section(stands("header", "rId2") + stands("footer", "rId3"))),
        "word/_rels/document.xml.rels": relations(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "header", "header1.xml"),
            ("rId3", "footer", "footer1.xml"),
            ("rId4", "hyperlink", "https://corner.example", "External"),
        ),
        "word/header1.xml": xml("hdr", paragraph("ООО «Уголок», Казань", "center")),
        "word/footer1.xml": xml("ftr", paragraph("ИНН 1600000000\tcorner.example")),
        "word/styles.xml": xml("styles", ARIAL + found),
    }


def designed():
    """Two columns above, one with a picture, a text box; the first page has a footer of its own."""
    box = (
        "<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
        f"{paragraph('In a box')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    address = cell(
        paragraph("Coffee Corner Ltd", "right"), paragraph("1 Mill Lane, Leeds", "right")
    )
    above = table(cell(paragraph("", inner=PICTURE)), address) + paragraph("", inner=box)
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
        '<a:latin typeface="Calibri"/></a:minorFont></a:theme>'
    )
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Courier"/>'
    normal = f"<w:rPr>{fonts}<w:sz w:val='21'/></w:rPr>"
    letter = '<w:pgSz w:w="12240" w:h="15840"/>'
    references = (
        stands("header", "rId1")
        + stands("header", "rId1", "first")
        + stands("footer", "rId2")
        + stands("footer", "rId3", "first")
        + "<w:titlePg/>"
    )
    return {
        "[Content_Types].xml": types("word/letter.xml", TEMPLATE),
        "_rels/.rels": relations(("rId1", "officeDocument", "/word/letter.xml")),
        "word/letter.xml": body(section(references, letter)),
        "word/_rels/letter.xml.rels": relations(
            ("rId1", "header", "header1.xml"),
            ("rId2", "footer", "footer1.xml"),
            ("rId3", "footer", "footer2.xml"),
            ("rId4", "styles", "styles.xml"),
            ("rId5", "theme", "theme/theme1.xml"),
        ),
        "word/header1.xml": xml("hdr", f"<w:sdt><w:sdtContent>{above}</w:sdtContent></w:sdt>"),
        "word/_rels/header1.xml.rels": relations(("rId1", "image", "media/logo.png")),
        "word/media/logo.png": png(),
        "word/footer1.xml": xml("ftr", paragraph("Page 2", "right")),
        "word/footer2.xml": xml("ftr", paragraph("Registered in England, 1234567")),
        "word/theme/theme1.xml": theme,
        "word/styles.xml": xml(
            "styles", style("paragraph", "Normal", "Normal", normal, 'w:default="1"')
        ),
    }


LOCALISED = {
    "de": {
        "Standard": "Standard",
        "berschrift1": "Überschrift 1",
        "berschrift2": "Überschrift 2",
        "Titel": "Titel",
        "Untertitel": "Untertitel",
        "Fuzeile": "Fußzeile",
    },
    "ru": {
        "Style14": "Базовый",
        "1": "Заголовок 1",
        "2": "Заголовок 2",
        "Style15": "Название",
        "Style16": "Подзаголовок",
        "Style17": "Нижний колонтитул",
    },
}


def from_libreoffice(language):
    """As LibreOffice writes it, with the names of styles that its user sees; even pages differ."""
    names = list(LOCALISED[language].items())
    plain_style = style("paragraph", *names[0], attributes='w:default="1"')
    others = "".join(style("paragraph", number, name) for number, name in names[1:])
    strong = {"de": "Fett", "ru": "Выделение жирным"}[language]
    character = style("character", "Z1", strong)
    references = (
        stands("header", "rId2") + stands("header", "rId3", "even") + stands("footer", "rId4")
    )
    landscape = '<w:pgSz w:orient="landscape" w:w="16838" w:h="11906"/>'
    return plain() | {
        "word/document.xml": body(section(references, landscape)),
        "word/_rels/document.xml.rels": relations(
            ("rId1", "styles", "styles.xml"),
            ("rId2", "header", "header1.xml"),
            ("rId3", "header", "header2.xml"),
            ("rId4", "footer", "footer1.xml"),
            ("rId5", "settings", "settings.xml"),
        ),
        "word/header2.xml": xml("hdr", "<w:p/>"),
        "word/settings.xml": xml("settings", '<w:evenAndOddHeaders w:val="true"/>'),
        "word/styles.xml": xml("styles", plain_style + others + character),
    }


def zipped(parts, packing=zipfile.ZIP_DEFLATED):
    """The parts as a file; each name to text or bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", packing) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, packing)
    return made.getvalue()


def compound(*streams):
    """The beginning of a compound file whose directory names these streams."""
    entries = [
        (name.encode("utf-16-le") + b"\0\0").ljust(64, b"\0")
        + struct.pack("<H", 2 * len(name) + 2)
        + bytes(62)
        for name in ("Root Entry", *streams)
    ]
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(entries)


def png():
    """The smallest picture: one grey point."""

    def chunk(kind, content):
        return (
            struct.pack(">I", len(content))
            + kind
            + content
            + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    points = zlib.compress(b"\0\x80")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")
    )

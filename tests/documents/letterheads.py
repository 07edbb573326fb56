"""Letterheads made for the tests, part by part as programs write them; none is kept as a file."""

import io
import struct
import zipfile
import zlib

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
DOCUMENT, TEMPLATE = f"{WORD}.document.main+xml", f"{WORD}.template.main+xml"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'mc:Ignorable="wps"'
)
PARTS = ("header1", "footer1", "styles")
A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" '
    'w:footer="567" w:gutter="0"/>'
)
EXTENT = '<wp:extent cx="540000" cy="540000"/>'
SHAPE = (
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="540000" cy="540000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
)
PICTURE = (
    f'<w:drawing><wp:inline>{EXTENT}<wp:docPr id="901" name="Logo" descr="A green square"/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    f"<pic:spPr>{SHAPE}</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)
BOX = (
    '<w:drawing><wp:inline><wp:extent cx="1260000" cy="288000"/>'
    '<wp:docPr id="902" name="Box" descr="A text box"/><a:graphic><a:graphicData '
    'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
    f'<wps:cNvSpPr txBox="1"/><wps:spPr>{SHAPE}</wps:spPr><wps:txbx><w:txbxContent>'
    "{text}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing>"
)


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
    share = 9000 // len(cells)
    grid = f'<w:gridCol w:w="{share}"/>' * len(cells)
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{''.join(cells)}</w:tr></w:tbl>"
    )


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


def types(main="word/document.xml", kind=DOCUMENT, more="", parts=PARTS):
    more += "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{name.rstrip("12")}+xml"/>'
        for name in parts
    )
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


BASED = '<w:basedOn w:val="Normal"/>'
ARIAL = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
)


def plain():
    """A line above, a line below; the page of a Russian letter."""
    indented = '<w:pPr><w:ind w:firstLine="709"/><w:jc w:val="both"/></w:pPr>'
    found = style("paragraph", "a", "Normal", indented, 'w:default="1"')
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
        f'<mc:AlternateContent><mc:Choice Requires="wps">{BOX.format(text=paragraph("In a box"))}'
        '</mc:Choice><mc:Fallback><w:pict><v:shape style="width:99pt;height:23pt"><v:textbox>'
        f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent></v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    address = cell(
        paragraph("Coffee Corner Ltd", "right"), paragraph("1 Mill Lane, Leeds", "right")
    )
    above = table(cell(paragraph("", inner=PICTURE)), address) + paragraph("", inner=box)
    fonts = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Courier"/>'
    normal = f"<w:rPr>{fonts}<w:sz w:val='21'/></w:rPr>"
    # Its headings count themselves and begin a page; its own "Title" is none of ours.
    counted = (
        f'{BASED}<w:pPr><w:pageBreakBefore/><w:numPr><w:numId w:val="7"/>'
        '</w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="1F4E79"/></w:rPr>'
    )
    chapter = style("paragraph", "Kapitel", "heading 1", counted)
    other = style("paragraph", "Title", "Address line", BASED, 'w:customStyle="1"')
    letter = '<w:pgSz w:w="12240" w:h="15840"/>'
    references = (
        stands("header", "rId1")
        + stands("header", "rId1", "first")
        + stands("footer", "rId2")
        + stands("footer", "rId3", "first")
        + "<w:titlePg/>"
    )
    return {
        "[Content_Types].xml": types(
            "word/letter.xml",
            TEMPLATE,
            f'<Override PartName="/word/theme/theme1.xml" ContentType="{THEME}"/>',
            (*PARTS, "footer2", "numbering"),
        ),
        "_rels/.rels": relations(("rId1", "officeDocument", "/word/letter.xml")),
        "word/letter.xml": body(section(references, letter)),
        "word/_rels/letter.xml.rels": relations(
            ("rId1", "header", "header1.xml"),
            ("rId2", "footer", "footer1.xml"),
            ("rId3", "footer", "footer2.xml"),
            ("rId4", "styles", "styles.xml"),
            ("rId5", "theme", "theme/theme1.xml"),
            ("rId6", "numbering", "numbering.xml"),
        ),
        "word/header1.xml": xml("hdr", f"<w:sdt><w:sdtContent>{above}</w:sdtContent></w:sdt>"),
        "word/_rels/header1.xml.rels": relations(("rId1", "image", "media/logo.png")),
        "word/media/logo.png": png(),
        "word/footer1.xml": xml("ftr", paragraph("Page 2", "right")),
        "word/footer2.xml": xml("ftr", paragraph("Registered in England, 1234567")),
        "word/theme/theme1.xml": theme("Calibri"),
        "word/numbering.xml": xml(
            "numbering",
            '<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="singleLevel"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
            '<w:lvlText w:val="%1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>',
        ),
        "word/styles.xml": xml(
            "styles",
            style("paragraph", "Normal", "Normal", normal, 'w:default="1"') + chapter + other,
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
        "[Content_Types].xml": types(parts=(*PARTS, "header2", "settings")),
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


BASES = {
    "plain": plain,
    "designed": designed,
    "LibreOffice de": lambda: from_libreoffice("de"),
    "LibreOffice ru": lambda: from_libreoffice("ru"),
}
"""The letterheads that documents are printed on in the tests, by what is unlike in them."""


def compound(*streams):
    """The beginning of a compound file whose directory names these streams."""
    entries = [
        (name.encode("utf-16-le") + b"\0\0").ljust(64, b"\0")
        + struct.pack("<H", 2 * len(name) + 2)
        + bytes(62)
        for name in ("Root Entry", *streams)
    ]
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"".join(entries)


def theme(font):
    """A theme whose text is in this font; its colours are all the same."""
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    colours = "".join(f'<a:{name}><a:srgbClr val="1F4E79"/></a:{name}>' for name in names)
    slots = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Own">'
        f'<a:themeElements><a:clrScheme name="Own">{colours}</a:clrScheme><a:fontScheme name="Own">'
        f"<a:majorFont>{slots}</a:majorFont><a:minorFont>{slots}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Own"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        f"{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "</a:theme>"
    )


def png(side=24, colour=(47, 111, 78)):
    """A square picture of one colour."""

    def chunk(kind, content):
        return (
            struct.pack(">I", len(content))
            + kind
            + content
            + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    points = zlib.compress((b"\0" + bytes(colour) * side) * side)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")
    )

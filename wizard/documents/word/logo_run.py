"""The logo as a run: at the upper right of the text on the first page, words beside it."""

from wizard.documents.house import EMU_A_TWIP
from wizard.documents.logo import Logo
from wizard.documents.word.runs import escape

NAME = "Policy logo"
"""By which it is known again: it belongs to the paper, not to what the paper says."""
RELATION, FOLDER = "rIdLogo", "word/media"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
RUN = (
    '<w:r><w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing" distT="0" distB="0" distL="180000" distR="0" simplePos="0" '
    'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="0">'
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:align>right</wp:align>'
    '</wp:positionH><wp:positionV relativeFrom="margin"><wp:align>top</wp:align></wp:positionV>'
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
    '<wp:wrapSquare wrapText="left"/><wp:docPr id="1" name="{name}" descr="{described}"/>'
    "<wp:cNvGraphicFramePr/>"
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="{uri}"><pic:pic xmlns:pic="{uri}"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
    "</a:graphic></wp:anchor></w:drawing></w:r>"
)
DESCRIBED = {"en": "Logo: {name}", "ru": "Логотип: {name}"}


def part_of(logo: Logo) -> str:
    """The name of the part that holds the picture."""
    return f"{FOLDER}/logo.{logo.ending}"


def run(logo: Logo, owner: str, language: str) -> str:
    """The run; to whom the logo belongs is told to those who do not see it."""
    said = escape(DESCRIBED[language].format(name=owner)).replace('"', "&quot;")
    return RUN.format(
        cx=logo.width * EMU_A_TWIP,
        cy=logo.height * EMU_A_TWIP,
        name=NAME,
        described=said,
        uri=PICTURE,
        relation=RELATION,
    )


def placed(run_of_logo: str, blocks: str) -> str:
    """The blocks of a body with the logo in the first paragraph, which stands beside it."""
    head, end, tail = blocks.partition("</w:pPr>")
    if "<w:tbl>" in head:
        raise ValueError("A page that has a logo begins with a paragraph.")
    return head + end + run_of_logo + tail

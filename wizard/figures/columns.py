"""What the columns of a table of monthly figures are taken as."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wizard.staff_lists.columns import HEADING_WITHIN, folded

HEADINGS = {
    name: field
    for field, names in {
        "channel": "channel|platform|network|page|inbox|source|канал|площадка|соцсеть|сеть|"
        "страница|источник",
        "month": "month|period|date|месяц|период|дата",
        "messages": "messages|all messages|total|requests|conversations|tickets|number|count|"
        "обращения|обращений|всего обращений|сообщения|сообщений|всего|количество",
        "late": "late|answered late|late replies|replies late|missed|overdue|out of time|"
        "с опозданием|опоздания|опозданий|опоздало|просрочено|позже срока|не в срок|нарушено",
        "received": "received|received at|created|created at|opened|opened at|sent|получено|"
        "поступило|создано|дата обращения|время обращения|дата создания|дата и время обращения",
        "answered": "answered|answered at|first reply|first reply at|first response|"
        "first response at|replied at|отвечено|ответ|первый ответ|дата ответа|время ответа|"
        "дата первого ответа|время первого ответа|дата и время ответа",
        "in_time": "in time|on time|answered in time|kept|в срок|вовремя|успели|без опоздания",
    }.items()
    for name in names.split("|")
}
TELLING = ("messages", "late", "in_time", "received")
"""Where all of these are empty, a line tells nothing."""
TOTALS = ("total", "grand total", "sum", "всего", "итого", "итог")
"""How a row begins that adds up others."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column is taken as; ``heading`` is the row that names them, 0 where none does."""

    heading: int = 0
    fields: tuple[str, ...] = ()

    @property
    def tell_figures(self) -> bool:
        """Whether they tell of a channel and a month how many replies were late."""
        found = set(self.fields)
        return {"channel", "month", "messages"} <= found and bool({"late", "in_time"} & found)

    @property
    def tell_messages(self) -> bool:
        """Whether they tell of each message when it came and when it was answered."""
        return {"channel", "received", "answered"} <= set(self.fields)


def columns(rows: Sequence[Sequence[str]]) -> Columns:
    """The columns as that row names them which names the most; none taken where no row does."""
    found = [_named_by(row, line) for line, row in enumerate(rows[:HEADING_WITHIN], start=1)]
    best = max(found, key=lambda one: sum(map(bool, one.fields)), default=Columns())
    return best if any(best.fields) else Columns()


def named(rows: Sequence[Sequence[str]]) -> int:
    """How many columns a row names."""
    return sum(map(bool, columns(rows).fields))


def lines(rows: Sequence[Sequence[str]], found: Columns) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The lines below the heading by number, each with its cells by field.

    Lines that tell nothing and lines that add up others are passed over.
    """
    for line, row in enumerate(rows[found.heading :], start=found.heading + 1):
        cells = {
            field: " ".join(cell.split())
            for field, cell in zip(found.fields, row, strict=False)
            if field
        }
        told = any(cells.get(field) for field in TELLING)
        if told and not any(map(_adds_up, row)):
            yield line, cells


def _named_by(row: Sequence[str], line: int) -> Columns:
    fields = [HEADINGS.get(folded(cell).rstrip(" :."), "") for cell in row]
    once = (one if one not in fields[:place] else "" for place, one in enumerate(fields))
    return Columns(line, tuple(once))


def _adds_up(cell: str) -> bool:
    words = folded(cell).replace(":", " ").strip()
    return any(words == total or words.startswith(f"{total} ") for total in TOTALS)

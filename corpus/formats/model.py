"""What a report is made of, and the statutory tables built from its amounts."""

from collections import OrderedDict
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

PLACES = Decimal("0.01")


def d(value):
    return Decimal(str(value)).quantize(PLACES, ROUND_HALF_UP)


def percent(part, whole):
    """A percentage with two decimals, rounded half up, without its sign."""
    return str((Decimal(part) * 100 / Decimal(whole)).quantize(PLACES, ROUND_HALF_UP))


def grouped(value):
    return f"{value:,.2f}"


def plain(value):
    return f"{value:.2f}"


@dataclass
class Cover:
    """The lines of the title page."""
    lines: list


@dataclass
class Contents:
    """A table of contents: printed in text, a field in Word."""


@dataclass
class Heading:
    """A heading on a line of its own; parts have level 1."""
    level: int
    label: str
    title: str
    text: str = ""  # what runs on behind a heading that ends in 。


@dataclass
class Paragraph:
    text: str


@dataclass
class Term:
    """A term of the glossary."""
    label: str
    term: str
    definition: str


@dataclass
class Cell:
    text: str
    rows: int = 1
    columns: int = 1


@dataclass
class Table:
    """A table: rows of the cells that start in them, as in HTML."""
    title: str
    head: list
    rows: list
    widths: list
    number: str = ""
    body: str = ""
    unit: str = ""
    notes: list = field(default_factory=list)
    performance: bool = False
    sheet: str = ""

    def lattice(self):
        """Rows of (cell or None, cell that covers the place), as wide as the table."""
        width = len(self.widths)
        places = [[None] * width for _ in range(len(self.head) + len(self.rows))]
        for at, row in enumerate(self.head + self.rows):
            column = 0
            for cell in row:
                cell = cell if isinstance(cell, Cell) else Cell(str(cell))
                while places[at][column] is not None:
                    column += 1
                for r in range(at, at + cell.rows):
                    for c in range(column, column + cell.columns):
                        assert places[r][c] is None, (self.title, r, c)
                        places[r][c] = (cell if (r, c) == (at, column) else None, cell)
                column += cell.columns
            assert all(place is not None for place in places[at]), (self.title, at, row)
        return places


@dataclass
class Report:
    name: str
    organization: str
    year: int
    automatic_numbering: bool
    heading_styles: bool
    blocks: list


@dataclass
class Item:
    """A 项 of the functional classification with what was planned and spent on it."""
    code: str
    names: tuple
    planned: Decimal
    basic: Decimal
    project: Decimal

    @property
    def total(self):
        return self.basic + self.project


def item(code, names, planned, basic, project):
    return Item(code, tuple(names.split("/")), d(planned), d(basic), d(project))


def summed(items, of=lambda i: i.total):
    return sum((of(i) for i in items), d(0))


def classes(items):
    """The items by their 类, in the order of the codes."""
    found = OrderedDict()
    for i in sorted(items, key=lambda i: i.code):
        found.setdefault((i.code[:3], i.names[0]), []).append(i)
    return found


def by_code(items, cells, codes):
    """A row for each 类, 款 and 项; `codes` tells how a code is printed, `cells` the amounts of a group of items."""
    rows = []
    for (code, name), members in classes(items).items():
        rows.append(codes(code) + [name] + cells(members))
        groups = OrderedDict()
        for i in members:
            groups.setdefault((i.code[:5], i.names[1]), []).append(i)
        for (code, name), group in groups.items():
            rows.append(codes(code) + [name] + cells(group))
            rows += [codes(i.code) + [i.names[2]] + cells([i]) for i in group]
    return rows


def one_column(code):
    return [code]


def three_columns(code):
    return [code[:3], code[3:5], code[5:7]]


def amount(value, money):
    """An amount as tables print it: nothing for zero."""
    return money(value) if value else ""


def functional(title, heads, of, items, codes, money, **more):
    """A table of functional items: heads of the amounts, and the amounts of a group of items."""
    width = len(codes("2080505"))
    code_head = [Cell("功能分类科目编码", 1, width)]
    first = [Cell("项目", 1, width + 1)] + [Cell(head, 2) for head in heads]
    cells = lambda group: [amount(value, money) for value in of(group)]
    rows = [[Cell("合计", 1, width + 1)] + cells(items)] + by_code(items, cells, codes)
    widths = ([3] if width == 1 else [2, 1.6, 1.6]) + [8] + [4] * len(heads)
    return Table(title, [first, code_head + ["科目名称"]], rows, widths, **more)


def two_sided(title, heads, left, right, **more):
    """A table of revenue at the left and expenditure at the right."""
    height = max(len(left), len(right))
    blank = lambda side: [""] * len(side[0])
    left, right = left + [blank(left)] * (height - len(left)), right + [blank(right)] * (height - len(right))
    columns = len(left[0]), len(right[0])
    head = [[Cell("收入", 1, columns[0]), Cell("支出", 1, columns[1])], heads]
    widths = [7] + [4] * (columns[0] - 1) + [7] + [4] * (columns[1] - 1)
    return Table(title, head, [a + b for a, b in zip(left, right)], widths, **more)


def three_public(title, amounts, money, **more):
    """The “三公” table with its head of three rows; six pairs of 预算数 and 决算数."""
    names = ["小计", "公务用车购置费", "公务用车运行维护费"]
    head = [
        [Cell("合计", 2, 2), Cell("因公出国（境）费", 2, 2), Cell("公务用车购置及运行维护费", 1, 6), Cell("公务接待费", 2, 2)],
        [Cell(name, 1, 2) for name in names],
        ["预算数", "决算数"] * 6,
    ]
    return Table(title, head, [[money(d(a)) for a in amounts]], [3] * 12, **more)

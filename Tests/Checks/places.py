"""Looks for what stands in the wrong place on the pages of a tagged PDF: headings alone at the foot of a page, captions on
another page than what they belong to, text beside the type area.

Usage: places.py FILE
Prints a line for every finding; exit status 1 when there is any.
"""

import sys
from collections import Counter, defaultdict

import pikepdf

HEADINGS = {"H1", "H2", "H3", "H4", "H5", "H6"}
CAPTIONED = {"Figure", "Table", "Code"}
# How far text may stand over the edge in points: a hanging hyphen or the space at the end of a line does.
LEEWAY = 10
# How many headings and paragraphs tell where the type area begins and ends.
MANY = 3


def times(a, b):
    """The matrix that does a, then b."""
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


class Element:
    """An element of the structure: its kind, its parent, and the boxes of its marked content by page."""

    def __init__(self, kind, parent):
        self.kind, self.parent, self.children = kind, parent, []
        self.content = []  # (page, identifier)

    def within(self, kinds):
        return self.kind in kinds or (self.parent is not None and self.parent.within(kinds))

    def is_last(self):
        """Whether nothing follows the heading that the element is, or is in."""
        return self.parent.children[-1] is self if self.kind in HEADINGS else self.parent.is_last()

    def everything(self):
        found = list(self.content)
        for child in self.children:
            found += child.everything()
        return found


class Structure:
    """The elements of a file, and which of them each piece of marked content belongs to."""

    def __init__(self, pdf):
        self.pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
        self.owners = {}
        self.elements = []
        self.root = Element("Root", None)
        self.read(pdf.Root.StructTreeRoot.get("/K", []), self.root, None)

    def read(self, kids, element, page):
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, int):
                self.own(element, page, kid)
            elif kid.get("/Type") == "/MCR":
                self.own(element, kid.get("/Pg", page), int(kid.MCID))
            elif "/S" in kid:
                child = Element(str(kid.S)[1:], element)
                element.children.append(child)
                self.elements.append(child)
                self.read(kid.get("/K", []), child, kid.get("/Pg", page))

    def own(self, element, page, identifier):
        place = (self.pages[page.objgen], identifier)
        element.content.append(place)
        self.owners[place] = element


class Font:
    """Widths of a font with codes of two bytes."""

    def __init__(self, font):
        descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else None
        self.default = float(descendant.get("/DW", 1000)) if descendant is not None else 500
        self.bytes = 2 if descendant is not None else 1
        self.widths = {}
        items = list(descendant.get("/W", [])) if descendant is not None else []
        while items:
            first, second = int(items.pop(0)), items.pop(0)
            if isinstance(second, pikepdf.Array):
                self.widths.update({first + offset: float(width) for offset, width in enumerate(second)})
            else:
                width = float(items.pop(0))
                self.widths.update({code: width for code in range(first, int(second) + 1)})

    def width(self, text):
        codes = [int.from_bytes(text[i : i + self.bytes], "big") for i in range(0, len(text), self.bytes)]
        return sum(self.widths.get(code, self.default) for code in codes) / 1000


class Reader:
    """The boxes of the marked content of a page, by its identifiers."""

    def __init__(self, page, fonts):
        self.boxes = defaultdict(list)
        self.matrix, self.saved, self.marks = (1, 0, 0, 1, 0, 0), [], []
        self.text = self.line = (1, 0, 0, 1, 0, 0)
        self.font, self.size = None, 1
        self.resources, self.fonts = page.get("/Resources", {}), fonts
        for operands, operator in pikepdf.parse_content_stream(page):
            self.follow(str(operator), operands)

    def follow(self, name, operands):
        if name == "q":
            self.saved.append(self.matrix)
        elif name == "Q" and self.saved:
            self.matrix = self.saved.pop()
        elif name == "cm":
            self.matrix = times(tuple(map(float, operands)), self.matrix)
        elif name == "BDC":
            properties = operands[1] if isinstance(operands[1], pikepdf.Dictionary) else {}
            self.marks.append(int(properties["/MCID"]) if "/MCID" in properties else None)
        elif name == "BMC":
            self.marks.append(None)
        elif name == "EMC" and self.marks:
            self.marks.pop()
        elif name == "BT":
            self.text = self.line = (1, 0, 0, 1, 0, 0)
        elif name == "Tm":
            self.text = self.line = tuple(map(float, operands))
        elif name in ("Td", "TD"):
            self.text = self.line = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line)
        elif name == "Tf":
            self.use(str(operands[0]), float(operands[1]))
        elif name == "Tj":
            self.show([operands[0]])
        elif name == "TJ":
            self.show(operands[0])
        elif name == "Do":
            self.add(times(self.matrix, (1, 0, 0, 1, 0, 0)), 0, 0)

    def use(self, name, size):
        self.size = size
        font = self.resources.Font[name]
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = Font(font)
        self.font = self.fonts[font.objgen]

    def show(self, items):
        width = 0
        for item in items:
            if isinstance(item, pikepdf.String):
                width += self.font.width(bytes(item)) * self.size
            else:
                width -= float(item) / 1000 * self.size
        self.add(times(self.text, self.matrix), width, self.size)
        self.text = times((1, 0, 0, 1, width, 0), self.text)

    def add(self, matrix, width, height):
        if not self.marks or self.marks[-1] is None:
            return
        left, base = matrix[4], matrix[5]
        self.boxes[self.marks[-1]].append((left, base, left + width * matrix[0], base + height * matrix[3]))


def boxes(pdf):
    """For each page its boxes by identifier."""
    fonts = {}
    return [Reader(page, fonts).boxes for page in pdf.pages]


def headings_at_feet(pdf, structure, pages):
    for number, content in enumerate(pages):
        if "/Rotate" in pdf.pages[number]:
            continue
        lowest = {}
        for identifier, places in content.items():
            owner = structure.owners.get((number, identifier))
            if owner is not None and not owner.within({"Note"}):
                lowest[identifier] = min(place[1] for place in places)
        if not lowest:
            continue
        owner = structure.owners[(number, min(lowest, key=lowest.get))]
        # The title of a part may have a page for itself, and a heading may be the last that an author writes.
        if owner.within(HEADINGS - {"H1"}) and not owner.is_last():
            yield f"page {number + 1}: a heading stands alone at its foot"


def captions_apart(structure):
    for element in structure.elements:
        if element.kind != "Caption" or not element.everything():
            continue
        pages = {page for page, _ in element.everything()}
        siblings = element.parent.children
        index = siblings.index(element)
        near = siblings[max(0, index - 1) : index] + siblings[index + 1 : index + 2]
        near = [one for one in near if one.kind in CAPTIONED] or near
        content = element.parent.content if element.parent.kind in CAPTIONED else []
        owned = {content[0][0]} if content else {page for one in near for page, _ in one.everything()}
        if owned and not pages & owned:
            yield f"page {min(pages) + 1}: a caption stands apart from what it belongs to"


def text_beside(pdf, structure, pages):
    """The type area, on left and on right pages, reaches as far as some headings and paragraphs do."""
    lefts, rights, extents = (Counter(), Counter()), (Counter(), Counter()), []
    for number, content in enumerate(pages):
        for identifier, places in content.items():
            owner = structure.owners.get((number, identifier))
            if owner is None or "/Rotate" in pdf.pages[number]:
                continue
            left, right = min(place[0] for place in places), max(place[2] for place in places)
            extents.append((number, left, right, owner.kind))
            if owner.kind in HEADINGS | {"P"}:
                lefts[number % 2][round(left / 3) * 3] += 1
            # What fills more than a line reaches the edge.
            if owner.kind == "P" and len({round(place[1]) for place in places}) > 2:
                rights[number % 2][round(right / 3) * 3] += 1
    for number, left, right, kind in extents:
        least = min((place for place, count in lefts[number % 2].items() if count >= MANY), default=left)
        most = max((place for place, count in rights[number % 2].items() if count >= MANY), default=right)
        if left < least - LEEWAY or right > most + LEEWAY:
            yield f"page {number + 1}: text of {kind} stands beside the type area, from {left:.0f} to {right:.0f}"


def main(path):
    with pikepdf.open(path) as pdf:
        structure, pages = Structure(pdf), boxes(pdf)
        found = list(headings_at_feet(pdf, structure, pages)) + list(captions_apart(structure))
        found += text_beside(pdf, structure, pages)
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))

"""Checks a tagged PDF by the rules of PDF/UA-1 (ISO 14289-1), PDF/A-2a (ISO 19005-2; `archive.py` and `fonts.py`) and
PDF 1.7 §14.7 and §14.8 that a machine can check.

Usage: check_pdf.py FILE [--outline]
Prints a line for every rule that is broken, at most ten of a kind; exit status 1 when there is any.
With --outline it prints the structure tree instead, a line an element, for the eye and for golden tests.
"""

import re
import sys
from collections import Counter

import pikepdf

from archive import ArchiveRules
from fonts import FontRules

STANDARD = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl "
    "LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Figure "
    "Formula Form".split()
)
PAINTING = set("f F f* B B* b b* S s sh Do Tj TJ ' \"".split()) | {"INLINE IMAGE"}
HOMES = {
    "LI": {"L"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
    "THead": {"Table"}, "TBody": {"Table"}, "TOCI": {"TOC"},
}


class TextState:
    """What a content stream shows text with."""

    def __init__(self, resources):
        self.resources = resources
        self.font, self.mode = None, 0
        self.saved, self.marks = [], []

    def read(self, operator, operands):
        """Follows an operator; the bytes that it shows."""
        if operator == "q":
            self.saved.append((self.font, self.mode))
        elif operator == "Q" and self.saved:
            self.font, self.mode = self.saved.pop()
        elif operator == "Tf":
            self.font = self.resources.get("/Font", {}).get(str(operands[0]))
        elif operator == "Tr":
            self.mode = int(operands[0])
        elif operator in ("BMC", "BDC"):
            properties = operands[1] if operator == "BDC" else None
            self.marks.append(isinstance(properties, pikepdf.Dictionary) and "/ActualText" in properties)
        elif operator == "EMC" and self.marks:
            self.marks.pop()
        elif operator in ("Tj", "'", '"'):
            return bytes(operands[-1])
        elif operator == "TJ":
            return b"".join(bytes(item) for item in operands[0] if isinstance(item, pikepdf.String))
        return b""

    def has_actual_text(self):
        return any(self.marks)


class Check:
    def __init__(self, path):
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.faults = []
        self.pages = {page.obj.objgen: index for index, page in enumerate(self.pdf.pages)}
        self.used = Counter()  # (page, MCID) -> how often it is in the tree
        self.links = Counter()  # annotation -> how often it is in the tree
        self.owner = {}  # (page, MCID) or ("annotation", object) -> element
        self.headings = []
        self.elements = 0
        self.archive = ArchiveRules(self.pdf, path, self.fault)
        self.fonts = FontRules(self.fault)
        self.forms = set()  # those looked into

    def fault(self, kind, detail=""):
        self.faults.append((kind, detail))

    def run(self):
        self.document()
        tree = self.root.get("/StructTreeRoot")
        if tree is None:
            return self.fault("there is no structure tree")
        self.role_map = {str(k): str(v) for k, v in tree.get("/RoleMap", {}).items()}
        for kid in self.kids(tree):
            self.element(kid, tree, None, None)
        marks = self.contents()
        self.compare(marks)
        self.parents(tree)
        self.identifiers(tree)
        self.annotations()
        self.heading_levels()
        self.fonts.judge()
        self.archive.run()

    # The document (PDF/UA-1 §7.1, §7.2, §5)

    def document(self):
        if not self.root.get("/MarkInfo", {}).get("/Marked"):
            self.fault("the catalog does not say that it is marked")
        if not str(self.root.get("/Lang", "")):
            self.fault("the catalog has no language")
        if not self.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
            self.fault("the title is not shown")
        xmp = self.root.get("/Metadata")
        text = xmp.read_bytes().decode("utf-8") if xmp is not None else ""
        if "<pdfuaid:part>1</pdfuaid:part>" not in text:
            self.fault("XMP does not claim PDF/UA-1")
        title = re.search(r"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", text, re.S)
        if not title or not title.group(1).strip():
            self.fault("XMP has no title")
        for index, page in enumerate(self.pdf.pages):
            if page.obj.get("/Tabs") != pikepdf.Name("/S"):
                self.fault("a page is not tabbed by structure", index + 1)
            if "/StructParents" not in page.obj:
                self.fault("a page has no StructParents", index + 1)

    # The tree

    @staticmethod
    def listed(value):
        if value is None:
            return []
        return list(value) if isinstance(value, pikepdf.Array) else [value]

    @staticmethod
    def kids(element):
        return Check.listed(element.get("/K"))

    def element(self, element, parent, page, parent_kind):
        self.elements += 1
        kind = str(element.S)[1:]
        kind = self.role_map.get("/" + kind, "/" + kind)[1:]
        if kind not in STANDARD:
            self.fault("an element is of no standard type", kind)
        if element.P.objgen != parent.objgen:
            self.fault("an element names another parent", kind)
        if kind in HOMES and parent_kind not in HOMES[kind]:
            self.fault("an element stands where it may not", f"{kind} in {parent_kind}")
        self.attributes(element, kind)
        page = element.get("/Pg", page)
        for kid in self.kids(element):
            self.kid(kid, element, page, kind)

    def kid(self, kid, element, page, kind):
        if isinstance(kid, int):
            self.mark(page, kid, element)
        elif kid.get("/Type") == pikepdf.Name("/MCR"):
            self.mark(kid.get("/Pg", page), int(kid.MCID), element)
        elif kid.get("/Type") == pikepdf.Name("/OBJR"):
            self.links[kid.Obj.objgen] += 1
            self.owner[("annotation", kid.Obj.objgen)] = element.objgen
            if kind not in ("Link", "Annot", "Form"):
                self.fault("an annotation stands in an element that is no link", kind)
        else:
            self.element(kid, element, page, kind)

    def mark(self, page, identifier, element):
        key = (self.pages[page.objgen], identifier)
        self.used[key] += 1
        self.owner[key] = element.objgen

    def attributes(self, element, kind):
        values = {}
        attributes = element.get("/A")
        for value in self.listed(attributes):
            values.update({str(k): v for k, v in value.items()})
        if kind in ("Figure", "Formula") and not str(element.get("/Alt", element.get("/ActualText", ""))):
            self.fault(f"a {kind} has no alternative")
        if kind == "Figure" and "/BBox" not in values:
            self.fault("a Figure has no BBox")
        if kind == "Figure" and "/BBox" in values:
            left, low, right, high = [float(x) for x in values["/BBox"]]
            if right <= left or high <= low:
                self.fault("a BBox is empty")
        if kind == "TH" and "/Scope" not in values:
            self.fault("a TH has no scope")
        if kind == "Note" and not str(element.get("/ID", "")):
            self.fault("a Note has no ID")
        if kind == "Link" and not any(self.is_object(k) for k in self.kids(element)):
            self.fault("a Link has no annotation")
        if re.fullmatch(r"H[1-6]", kind):
            self.headings.append(int(kind[1]))

    @staticmethod
    def is_object(kid):
        return not isinstance(kid, int) and kid.get("/Type") == pikepdf.Name("/OBJR")

    # The pages (PDF/UA-1 §7.1: what is painted is content or artifact)

    def contents(self):
        marks = Counter()
        for index, page in enumerate(self.pdf.pages):
            stack = []
            text = TextState(page.obj.get("/Resources", {}))
            for instruction in pikepdf.parse_content_stream(page):
                self.mark_instruction(index, instruction, stack, marks)
                self.painting(instruction, text, f"page {index + 1}")
            if stack:
                self.fault("a mark is not closed", index + 1)
        return marks

    def painting(self, instruction, text, place):
        """What an instruction shows, on a page or in a form on it."""
        operator, operands = str(instruction.operator), instruction.operands
        self.archive.operator(operator, operands, place)
        shown = text.read(operator, operands)
        if shown and text.font is not None and text.mode != 3:
            self.fonts.font(text.font).show(shown, text.has_actual_text())
        if len(text.saved) > 28:
            self.fault("states are saved too deep", place)
        if operator == "Do":
            form = text.resources.get("/XObject", {}).get(str(operands[0]))
            if form is not None and form.get("/Subtype") == pikepdf.Name("/Form"):
                self.form(form, text, place)

    def form(self, form, outer, place):
        if form.objgen in self.forms:
            return
        self.forms.add(form.objgen)
        text = TextState(form.get("/Resources", outer.resources))
        for instruction in pikepdf.parse_content_stream(form):
            self.painting(instruction, text, f"a picture on {place}")

    def mark_instruction(self, index, instruction, stack, marks):
        operator = str(instruction.operator)
        if operator in ("BMC", "BDC"):
            tag = str(instruction.operands[0])
            properties = instruction.operands[1] if operator == "BDC" else {}
            inside = [name for name, _ in stack]
            if tag == "/Artifact" and any(identifier is not None for _, identifier in stack):
                self.fault("an artifact stands in content", index + 1)
            identifier = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
            if identifier is not None and "/Artifact" in inside:
                self.fault("content stands in an artifact", index + 1)
            if identifier is not None:
                marks[(index, int(identifier))] += 1
            stack.append((tag, identifier))
        elif operator == "EMC":
            if not stack:
                return self.fault("a mark is closed that was never opened", index + 1)
            stack.pop()
        elif operator in PAINTING:
            if not any(tag == "/Artifact" or identifier is not None for tag, identifier in stack):
                self.fault("something is painted without a mark", f"page {index + 1}: {operator}")

    def compare(self, marks):
        for key, count in marks.items():
            if count > 1:
                self.fault("an MCID is used twice on a page", key)
            if self.used[key] != 1:
                self.fault("a mark is not in the tree once", key)
        for key in self.used:
            if key not in marks:
                self.fault("the tree holds a mark that is on no page", key)

    # The ways back (PDF 1.7 §14.7.4.4)

    def number_tree(self, node):
        result = {}
        numbers = node.get("/Nums", [])
        for i in range(0, len(numbers), 2):
            result[int(numbers[i])] = numbers[i + 1]
        for kid in node.get("/Kids", []):
            result.update(self.number_tree(kid))
        return result

    def parents(self, tree):
        numbers = self.number_tree(tree.ParentTree)
        if len(numbers) and int(tree.get("/ParentTreeNextKey", 0)) <= max(numbers):
            self.fault("ParentTreeNextKey is in the tree")
        for index, page in enumerate(self.pdf.pages):
            array = numbers.get(int(page.obj.get("/StructParents", -1)))
            if not isinstance(array, pikepdf.Array):
                self.fault("a page is not in the parent tree", index + 1)
                continue
            for identifier, element in enumerate(array):
                if self.owner.get((index, identifier)) != element.objgen:
                    self.fault("the parent tree names another element", (index, identifier))
            if any(page_index == index and mcid >= len(array) for page_index, mcid in self.used):
                self.fault("an MCID is not in the parent tree", index + 1)
        self.numbers = numbers

    def identifiers(self, tree):
        names = {}

        def visit(node):
            entries = node.get("/Names", [])
            for i in range(0, len(entries), 2):
                names[str(entries[i])] = entries[i + 1]
            for kid in node.get("/Kids", []):
                visit(kid)

        if "/IDTree" in tree:
            visit(tree.IDTree)
        if list(names) != sorted(names):
            self.fault("the ID tree is not sorted")
        for name, element in names.items():
            if str(element.get("/ID", "")) != name:
                self.fault("the ID tree names another element", name)

    # Links (PDF/UA-1 §7.18)

    def annotations(self):
        seen = set()
        for index, page in enumerate(self.pdf.pages):
            for annotation in page.obj.get("/Annots", []):
                key = annotation.objgen
                if self.links[key] != 1:
                    self.fault("an annotation is not in the tree once", f"page {index + 1}: {self.links[key]}")
                if not str(annotation.get("/Contents", "")):
                    self.fault("a link has no contents", index + 1)
                number = annotation.get("/StructParent")
                if number is None or number in seen:
                    self.fault("a link has no StructParent of its own", index + 1)
                    continue
                seen.add(number)
                owner = self.numbers.get(int(number))
                if owner is None or isinstance(owner, pikepdf.Array) or owner.objgen != self.owner.get(("annotation", key)):
                    self.fault("the parent tree names another element for a link", index + 1)

    def heading_levels(self):
        last = 0
        for level in self.headings:
            if level > last + 1:
                self.fault("a heading goes down by more than a level", f"H{last} H{level}")
            last = level


def outline(element, depth=0):
    attributes = element.get("/A", {})
    details = [str(attributes.get(key)) for key in ("/Scope", "/ListNumbering") if key in attributes]
    if "/Alt" in element:
        details.append(f'"{element.Alt}"')
    print("  " * depth + " ".join([str(element.S)[1:]] + details))
    for kid in Check.kids(element):
        if not isinstance(kid, int) and "/S" in kid:
            outline(kid, depth + 1)


def main():
    path = sys.argv[1]
    if "--outline" in sys.argv:
        pdf = pikepdf.open(path)
        for kid in Check.kids(pdf.Root.StructTreeRoot):
            outline(kid)
        return 0
    check = Check(path)
    check.run()
    kinds = Counter(kind for kind, _ in check.faults)
    for kind, count in kinds.items():
        details = [str(detail) for other, detail in check.faults if other == kind and detail != ""][:10]
        print(f"{kind} ({count}){': ' if details else ''}{'; '.join(details)}")
    if not check.faults:
        print(f"{len(check.pdf.pages)} pages, {check.elements} elements, {sum(check.used.values())} marks: no fault")
    return 1 if check.faults else 0


if __name__ == "__main__":
    sys.exit(main())

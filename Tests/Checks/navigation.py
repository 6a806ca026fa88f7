"""Looks at the ways through a PDF, whichever engine has made it: outline, links, labels of pages, boxes.

Usage: navigation.py FILE
Prints a line for every fault, and then a line that counts what there is; exit status 1 when there is any fault.
"""

import sys

import pikepdf


def names(node):
    """The names of a tree of destinations, in their order."""
    found = [bytes(name) for name in list(node.get("/Names", []))[::2]]
    for kid in node.get("/Kids", []):
        found += names(kid)
    return found


def target(thing):
    """The name of the destination that a link or an entry of the outline leads to; None where it leads elsewhere."""
    action = thing.get("/A")
    if action is None:
        return bytes(thing.Dest) if "/Dest" in thing else None
    return bytes(action.D) if action.S == "/GoTo" else None


def entries(node, depth=1):
    """The entries of the outline with their depths, in reading order."""
    item = node.get("/First")
    while item is not None:
        yield depth, item
        yield from entries(item, depth + 1)
        item = item.get("/Next")


def faults(pdf, counts):
    known = set(names(pdf.Root.Names.Dests)) if "/Names" in pdf.Root and "/Dests" in pdf.Root.Names else set()
    for depth, item in entries(pdf.Root.Outlines) if "/Outlines" in pdf.Root else ():
        counts["entries"] += 1
        counts["levels"] = max(counts["levels"], depth)
        if target(item) not in known:
            yield f"the entry `{item.Title}` of the outline leads nowhere"
        if not str(item.Title).strip():
            yield "an entry of the outline has no title"
    for number, page in enumerate(pdf.pages, 1):
        for link in page.get("/Annots", []):
            if link.Subtype != "/Link":
                continue
            name = target(link)
            counts["links" if name is not None else "addresses"] += 1
            if name is not None and name not in known:
                yield f"page {number}: a link leads to `{name.decode()}`, which is nowhere"
            left, bottom, right, top = (float(side) for side in link.Rect)
            if right - left < 1 or top - bottom < 1:
                yield f"page {number}: a link has no area"
        if list(page.MediaBox) != list(pdf.pages[0].MediaBox):
            yield f"page {number} has another medium than the first"
    if "/PageLabels" not in pdf.Root:
        yield "pages have no labels"
    if "/Title" not in pdf.docinfo:
        yield "the document has no title"


def main():
    counts = {"entries": 0, "levels": 0, "links": 0, "addresses": 0}
    with pikepdf.open(sys.argv[1]) as pdf:
        found = list(faults(pdf, counts))
        labels = f"{pdf.pages[0].label} to {pdf.pages[-1].label}"
    for fault in found:
        print(fault)
    print(", ".join(f"{number} {name}" for name, number in counts.items()) + f", pages {labels}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

"""Proves that the checker can fail: breaks a good PDF in one way after another, and looks whether that is found.

Usage: breakages.py FILE
Prints a line for each break that goes unnoticed; exit status 1 when there is any. The file needs text, a picture with an
alternative, a link, a table and a note in it.
"""

import sys
import tempfile
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from check_pdf import Check


def elements(pdf, kind):
    return [o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/S") == Name("/" + kind) and "/P" in o]


def annotation(pdf):
    return next(a for page in pdf.pages for a in page.obj.get("/Annots", []))


def picture(pdf):
    return next(o for o in pdf.objects if isinstance(o, Stream) and o.get("/Subtype") == Name("/Image"))


def font(pdf):
    return next(o for o in pdf.objects if isinstance(o, Dictionary) and o.get("/Subtype") == Name("/Type0"))


def paint(pdf, text):
    page = pdf.pages[0]
    page.contents_add(Stream(pdf, text))


def replace_metadata(pdf, old, new):
    data = pdf.Root.Metadata.read_bytes()
    assert old in data, old
    pdf.Root.Metadata = pdf.make_stream(data.replace(old, new), Type=Name.Metadata, Subtype=Name.XML)


def wider(pdf):
    inner = font(pdf).DescendantFonts[0]
    inner.W = Array([0, 65535, 333])


def cut_profile(pdf):
    intent = pdf.Root.OutputIntents[0]
    intent.DestOutputProfile = pdf.make_stream(intent.DestOutputProfile.read_bytes()[:-8], N=3)


def describe_nothing(pdf):
    replace_metadata(pdf, b"http://www.aiim.org/pdfua/ns/id/</pdfaSchema", b"http://example.org/</pdfaSchema")


BREAKS = {
    "no structure tree": (lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"), "there is no structure tree"),
    "not marked": (lambda pdf: pdf.Root.__delitem__("/MarkInfo"), "the catalog does not say that it is marked"),
    "no language": (lambda pdf: pdf.Root.__delitem__("/Lang"), "the catalog has no language"),
    "no alternative": (lambda pdf: elements(pdf, "Figure")[0].__delitem__("/Alt"), "a Figure has no alternative"),
    "no box": (lambda pdf: elements(pdf, "Figure")[0].__delitem__("/A"), "a Figure has no BBox"),
    "no scope": (lambda pdf: elements(pdf, "TH")[0].__delitem__("/A"), "a TH has no scope"),
    "no ID": (lambda pdf: elements(pdf, "Note")[0].__delitem__("/ID"), "a Note has no ID"),
    "skipped level": (lambda pdf: elements(pdf, "H2")[0].__setitem__("/S", Name.H4), "a heading goes down by more"),
    "cell outside": (lambda pdf: elements(pdf, "TR")[0].__setitem__("/S", Name.Div), "an element stands where it may not"),
    "unmarked text": (lambda pdf: paint(pdf, b"0 0 9 9 re f"), "something is painted without a mark"),
    "stray mark": (lambda pdf: paint(pdf, b"/P <</MCID 999>> BDC 0 0 9 9 re f EMC"), "a mark is not in the tree once"),
    "link without words": (lambda pdf: annotation(pdf).__delitem__("/Contents"), "a link has no contents"),
    "hidden link": (lambda pdf: annotation(pdf).__setitem__("/F", 2), "an annotation is not printed, or hidden"),
    "no intent": (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "there is no output intent of one profile"),
    "broken profile": (cut_profile, "an ICC profile is broken"),
    "CMYK": (lambda pdf: paint(pdf, b"/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC"), "colours are DeviceCMYK"),
    "unknown operator": (lambda pdf: paint(pdf, b"nonsense"), "a content stream has an unknown operator"),
    "CMYK picture": (lambda pdf: picture(pdf).__setitem__("/ColorSpace", Name.DeviceCMYK), "colours are DeviceCMYK"),
    "interpolated": (lambda pdf: picture(pdf).__setitem__("/Interpolate", True), "a picture is interpolated"),
    "script": (
        lambda pdf: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.JavaScript, JS="1")), "there is a script"),
    "launch": (lambda pdf: annotation(pdf).__setitem__("/A", Dictionary(S=Name.Launch, F="x")), "there is an action"),
    "additional action": (lambda pdf: pdf.pages[0].obj.__setitem__("/AA", Dictionary()), "there are additional actions"),
    "movie": (lambda pdf: annotation(pdf).__setitem__("/Subtype", Name.Movie), "an annotation is of a kind"),
    "form": (lambda pdf: pdf.Root.__setitem__("/AcroForm", Dictionary()), "the catalog has what it may not have"),
    "no XMP": (lambda pdf: pdf.Root.__delitem__("/Metadata"), "there is no XMP"),
    "no claim of UA": (
        lambda pdf: replace_metadata(pdf, b"<pdfuaid:part>1", b"<pdfuaid:part>9"), "XMP does not claim PDF/UA-1"),
    "no claim of A": (
        lambda pdf: replace_metadata(pdf, b"<pdfaid:part>2", b"<pdfaid:part>1"), "XMP does not claim PDF/A-2a"),
    "no description": (describe_nothing, "XMP has a property that no schema describes"),
    "other title": (lambda pdf: pdf.docinfo.__setitem__("/Title", "Another"), "Info and XMP differ"),
    "not embedded": (
        lambda pdf: [font(pdf).DescendantFonts[0].FontDescriptor.__delitem__(key) for key in ("/FontFile3", "/FontFile2")
                     if key in font(pdf).DescendantFonts[0].FontDescriptor], "a font is not embedded"),
    "no Unicode": (lambda pdf: font(pdf).__delitem__("/ToUnicode"), "a font has no way to Unicode"),
    "other widths": (wider, "a width is not that of the font"),
    "blend mode": (
        lambda pdf: pdf.Root.__setitem__("/X", pdf.make_indirect(Dictionary(Type=Name.ExtGState, BM=Name.Odd))),
        "a blend mode is unknown"),
}


def faults(path):
    check = Check(path)
    check.run()
    return [kind for kind, _ in check.faults]


def main():
    good = sys.argv[1]
    missed = [f"the file is not good: {kind}" for kind in faults(good)]
    with tempfile.TemporaryDirectory() as folder:
        broken = str(Path(folder, "broken.pdf"))
        for title, (breaks, expected) in BREAKS.items():
            with pikepdf.open(good) as pdf:
                breaks(pdf)
                pdf.save(broken)
            if not any(kind.startswith(expected) for kind in faults(broken)):
                missed.append(f"{title}: nothing is said of it")
    print("\n".join(missed) or f"{len(BREAKS)} breaks: all found")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

"""The rules of PDF/A-2, level A (ISO 19005-2:2011) that a machine can check; `check_pdf.py` runs them.

What level A asks of the structure is asked by PDF/UA-1 too and checked there. Numbers of sections are ISO 19005-2's.
"""

import re
import struct
from xml.etree import ElementTree

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

OPERATORS = set(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG "
    "rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
) | {"INLINE IMAGE"}
BLEND_MODES = set(
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference "
    "Exclusion Hue Saturation Color Luminosity".split()
)
FORBIDDEN_ACTIONS = set(
    "Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript".split()
)
NAMED_ACTIONS = {"NextPage", "PrevPage", "FirstPage", "LastPage"}
FORBIDDEN_ANNOTATIONS = {"3D", "Sound", "Screen", "Movie"}
SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/", "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/", "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
PREDEFINED = {SPACES[name] for name in ("rdf", "dc", "xmp", "pdf", "pdfaid", "pdfaExtension")}


def name(value):
    """A name without its slash; the empty text for anything else."""
    return str(value)[1:] if isinstance(value, Name) else ""


class ArchiveRules:
    def __init__(self, pdf, path, fault):
        self.pdf = pdf
        self.path = path
        self.fault = fault

    def run(self):
        self.file()
        self.catalog()
        self.intent()
        self.metadata()
        for item in self.pdf.objects:
            self.object(item, 0)
        for index, page in enumerate(self.pdf.pages):
            self.page(index + 1, page)

    # The file (§6.1)

    def file(self):
        with open(self.path, "rb") as file:
            data = file.read()
        head = re.match(rb"%PDF-1\.[0-7]\r?\n%([^\r\n]*)", data)
        if not head or sum(byte > 127 for byte in head[1]) < 4:
            self.fault("the file's first lines are not those of a PDF/A")
        if not re.search(rb"%%EOF\r?\n?$", data):
            self.fault("the file does not end with its end")
        identifiers = self.pdf.trailer.get("/ID")
        if not isinstance(identifiers, Array) or len(identifiers) != 2 or not bytes(identifiers[0]):
            self.fault("the trailer has no ID")
        if "/Encrypt" in self.pdf.trailer:
            self.fault("the file is encrypted")

    def catalog(self):
        root = self.pdf.Root
        names = root.get("/Names", {})
        for key in ("/Requirements", "/Perms", "/Collection", "/AcroForm"):
            if key in root:
                self.fault("the catalog has what it may not have", key)
        for key in ("/EmbeddedFiles", "/AlternatePresentations", "/JavaScript"):
            if key in names:
                self.fault("the catalog has names that it may not have", key)
        if "/OCProperties" in root:
            self.optional_content(root.OCProperties)

    def optional_content(self, properties):
        """§6.9"""
        configurations = [properties.get("/D", {}), *properties.get("/Configs", [])]
        seen = set()
        for configuration in configurations:
            title = str(configuration.get("/Name", ""))
            if not title or title in seen or "/AS" in configuration:
                self.fault("an optional content configuration is not in order", title)
            seen.add(title)

    # Colour (§6.2.3, §6.2.4)

    def intent(self):
        intents = [i for i in self.pdf.Root.get("/OutputIntents", []) if name(i.get("/S")) == "GTS_PDFA1"]
        profiles = {i.DestOutputProfile.objgen: i.DestOutputProfile for i in intents if "/DestOutputProfile" in i}
        if len(profiles) != 1 or any("/OutputConditionIdentifier" not in i for i in intents):
            return self.fault("there is no output intent of one profile", len(profiles))
        self.profile(next(iter(profiles.values())), {b"mntr", b"prtr"}, {b"RGB "})

    def profile(self, stream, classes, spaces):
        """A profile's header (ICC.1:2001-04 §6.1) and the bounds of its tags."""
        data = stream.read_bytes()
        channels = {b"RGB ": 3, b"GRAY": 1, b"CMYK": 4, b"Lab ": 3}
        if len(data) < 132 or data[36:40] != b"acsp" or struct.unpack(">I", data[:4])[0] != len(data):
            return self.fault("an ICC profile is broken")
        if data[8] not in (2, 4) or data[12:16] not in classes or data[16:20] not in spaces:
            self.fault("an ICC profile is of another kind", data[8:20])
        if channels.get(data[16:20]) != int(stream.get("/N", 0)):
            self.fault("an ICC profile has another number of colours than said")
        tags = [data[132 + 12 * i:144 + 12 * i] for i in range(struct.unpack(">I", data[128:132])[0])]
        bounds = [struct.unpack(">II", tag[4:]) for tag in tags]
        wanted = {b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"}
        if any(start % 4 or start + size > len(data) for start, size in bounds):
            self.fault("an ICC profile's tags are out of bounds")
        if data[16:20] == b"RGB " and not wanted <= {tag[:4] for tag in tags}:
            self.fault("an ICC profile lacks tags")

    def colour(self, space, place):
        if isinstance(space, Name):
            if name(space) == "DeviceCMYK":
                self.fault("colours are DeviceCMYK", place)
            return
        if not isinstance(space, Array) or not len(space):
            return
        kind = name(space[0])
        if kind == "ICCBased":
            self.profile(space[1], {b"mntr", b"prtr", b"scnr", b"spac"}, {b"RGB ", b"GRAY", b"Lab ", b"CMYK"})
        elif kind in ("Indexed", "Pattern") and len(space) > 1:
            self.colour(space[1], place)
        elif kind in ("Separation", "DeviceN"):
            self.colour(space[2], place)

    # Metadata (§6.6)

    def metadata(self):
        stream = self.pdf.Root.get("/Metadata")
        if stream is None:
            return self.fault("there is no XMP")
        text = stream.read_bytes().decode("utf-8")
        header = re.match(r"<\?xpacket ([^>]*)\?>", text)
        if not header or "bytes=" in header[1] or "encoding=" in header[1]:
            self.fault("XMP's header is not that of a PDF/A")
        try:
            tree = ElementTree.fromstring(re.sub(r"<\?xpacket[^>]*\?>", "", text))
        except ElementTree.ParseError as error:
            return self.fault("XMP is not well formed", error)
        if self.value(tree, "pdfaid:part") != "2" or self.value(tree, "pdfaid:conformance") != "A":
            self.fault("XMP does not claim PDF/A-2a")
        self.described(tree)
        self.information(tree)

    @staticmethod
    def value(tree, path):
        """The text of a property, in the first item of a list where it is one."""
        found = tree.find(f".//{path}", SPACES)
        if found is None:
            return ""
        item = found.find(".//rdf:li", SPACES)
        return ((item if item is not None else found).text or "").strip()

    def described(self, tree):
        described = {e.text for e in tree.iterfind(".//pdfaSchema:namespaceURI", SPACES)}
        for description in tree.iterfind(".//rdf:Description", SPACES):
            for prop in description:
                space = prop.tag[1:].partition("}")[0]
                if space not in PREDEFINED | described:
                    self.fault("XMP has a property that no schema describes", prop.tag)

    def information(self, tree):
        """§6.6.3: the Info dictionary says the same."""
        info = self.pdf.trailer.get("/Info", {})
        pairs = {
            "/Title": "dc:title", "/Author": "dc:creator", "/Subject": "dc:description", "/Keywords": "pdf:Keywords",
            "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer", "/CreationDate": "xmp:CreateDate",
            "/ModDate": "xmp:ModifyDate",
        }
        for key, path in pairs.items():
            if key in info:
                said, told = str(info[key]), self.value(tree, path)
                if key.endswith("Date"):
                    said, told = re.sub(r"\D", "", said)[:14], re.sub(r"\D", "", told)[:14]
                if said != told:
                    self.fault("Info and XMP differ", f"{key}: {said} and {told}")

    # Every object (§6.1.13, and what may stand nowhere)

    def object(self, item, depth):
        if isinstance(item, (Dictionary, Stream)):
            if isinstance(item, Stream):
                self.stream(item)
            self.dictionary(item)
            for key, value in item.items():
                if len(key.encode()) > 128:
                    self.fault("a name is too long", key)
                self.nested(value, depth)
        elif isinstance(item, Array):
            for value in item:
                self.nested(value, depth)

    def nested(self, value, depth):
        if isinstance(value, (Dictionary, Array)) and not value.is_indirect:
            self.object(value, depth + 1)
        elif isinstance(value, String):
            if len(bytes(value)) > 32767:
                self.fault("a string is too long")
        elif isinstance(value, int) and abs(value) > 2147483647:
            self.fault("a number is too large", value)

    def stream(self, item):
        filters = item.get("/Filter", Array([]))
        filters = list(filters) if isinstance(filters, Array) else [filters]
        if any(name(f) in ("LZWDecode", "Crypt") for f in filters):
            self.fault("a stream has a filter that it may not have", name(filters[0]))
        if any(key in item for key in ("/F", "/FFilter", "/FDecodeParms")):
            self.fault("a stream lies in another file")
        kind = name(item.get("/Subtype"))
        if name(item.get("/Type")) == "XObject" or kind in ("Image", "Form"):
            self.external_object(item, kind)

    def external_object(self, item, kind):
        """§6.2.8, §6.2.9"""
        if "/OPI" in item or kind == "PS" or "/PS" in item or name(item.get("/Subtype2")) == "PS" or "/Ref" in item:
            self.fault("a picture is of a kind that may not be", kind)
        if kind == "Image":
            if "/Alternates" in item or item.get("/Interpolate") is True:
                self.fault("a picture is interpolated or has alternates")
            if int(item.get("/BitsPerComponent", 1)) not in (1, 2, 4, 8, 16):
                self.fault("a picture has an odd number of bits")
            self.colour(item.get("/ColorSpace"), "a picture")
        if kind == "Form" and "/Group" in item:
            self.colour(item.Group.get("/CS"), "a group")

    def dictionary(self, item):
        kind = name(item.get("/Type"))
        if "/AA" in item:
            self.fault("there are additional actions", kind)
        if "/JS" in item:
            self.fault("there is a script")
        action = name(item.get("/S"))
        if kind != "StructElem" and (
            action in FORBIDDEN_ACTIONS or action == "Named" and name(item.get("/N")) not in NAMED_ACTIONS
        ):
            self.fault("there is an action that may not be", action)
        if kind == "ExtGState":
            self.graphics_state(item)
        if kind == "Page":
            self.page_entries(item)

    def graphics_state(self, item):
        """§6.2.5"""
        if "/TR" in item or name(item.get("/TR2", Name("/Default"))) != "Default" or "/HTP" in item:
            self.fault("a graphics state has a transfer function")
        mode = item.get("/BM", Name("/Normal"))
        for one in mode if isinstance(mode, Array) else [mode]:
            if name(one) not in BLEND_MODES:
                self.fault("a blend mode is unknown", name(one))

    def page_entries(self, page):
        if "/PresSteps" in page:
            self.fault("a page has steps of a presentation")
        box = [float(x) for x in page.get("/MediaBox", [0, 0, 100, 100])]
        if not all(3 <= side <= 14400 for side in (box[2] - box[0], box[3] - box[1])):
            self.fault("a page is too small or too large")
        if "/Group" in page:
            self.colour(page.Group.get("/CS"), "a page's group")
        for annotation in page.get("/Annots", []):
            self.annotation(annotation)

    def annotation(self, annotation):
        """§6.3"""
        kind, flags = name(annotation.get("/Subtype")), int(annotation.get("/F", 0))
        if kind in FORBIDDEN_ANNOTATIONS:
            self.fault("an annotation is of a kind that may not be", kind)
        if not flags & 4 or flags & (1 | 2 | 32 | 256):
            self.fault("an annotation is not printed, or hidden", flags)
        if kind not in ("Link", "Popup") and "/AP" not in annotation:
            self.fault("an annotation has no appearance", kind)

    # What is painted (§6.2.2)

    def page(self, number, page):
        if "/Resources" not in page.obj:
            self.fault("a page has no resources of its own", number)
        for space in page.obj.get("/Resources", {}).get("/ColorSpace", {}).values():
            self.colour(space, f"page {number}")

    def operator(self, operator, operands, place):
        if operator not in OPERATORS:
            self.fault("a content stream has an unknown operator", operator)
        elif operator in ("k", "K"):
            self.fault("colours are DeviceCMYK", place)
        elif operator in ("cs", "CS"):
            self.colour(operands[0], place)
        elif operator == "ri" and name(operands[0]) not in (
            "RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"
        ):
            self.fault("a rendering intent is unknown", place)

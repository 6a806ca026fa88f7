"""The rules on fonts that PDF/A-2 (ISO 19005-2:2011 §6.2.11) and PDF/UA-1 (§7.21) share, for what is shown with them."""

import io
import re
import struct

from fontTools.cffLib import CFFFontSet
from fontTools.misc.psCharStrings import T2WidthExtractor
from pikepdf import Array, Dictionary, Name, Stream


def integer(token):
    return int(token, 16)


class UnicodeMap:
    """A ToUnicode CMap (PDF 1.7 §9.10.3)."""

    def __init__(self, data):
        text = data.decode("latin-1")
        self.texts = {}
        for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
            for code, value in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
                self.texts[integer(code)] = self.decode(value)
        for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
            pattern = r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]*)>|\[(.*?)\])"
            for first, last, value, items in re.findall(pattern, block, re.S):
                self.range(integer(first), integer(last), value, re.findall(r"<([0-9A-Fa-f]*)>", items))

    @staticmethod
    def decode(digits):
        return bytes.fromhex(digits).decode("utf-16-be", "replace")

    def range(self, first, last, value, items):
        for code in range(first, last + 1):
            if items:
                self.texts[code] = self.decode(items[code - first]) if code - first < len(items) else ""
            elif value:
                start = integer(value) + code - first
                self.texts[code] = self.decode(f"{start:0{len(value)}X}")


class TrueTypeProgram:
    def __init__(self, data):
        count = struct.unpack(">H", data[4:6])[0]
        records = [struct.unpack(">4sLLL", data[12 + 16 * i:28 + 16 * i]) for i in range(count)]
        self.tables = {tag: data[start:start + size] for tag, _, start, size in records}
        self.scale = 1000 / struct.unpack(">H", self.tables[b"head"][18:20])[0]
        self.count = struct.unpack(">H", self.tables[b"maxp"][4:6])[0]
        self.metrics = struct.unpack(">H", self.tables[b"hhea"][34:36])[0]

    def has(self, glyph):
        return glyph < self.count

    def width(self, glyph):
        index = min(glyph, self.metrics - 1)
        return struct.unpack(">H", self.tables[b"hmtx"][4 * index:4 * index + 2])[0] * self.scale

    def glyph(self, code):
        """By the first cmap, as a symbolic font is read (PDF 1.7 §9.6.6.4)."""
        table = self.tables.get(b"cmap", b"")
        for i in range(struct.unpack(">H", table[2:4])[0] if table else 0):
            start = struct.unpack(">L", table[8 + 8 * i:12 + 8 * i])[0]
            form = struct.unpack(">H", table[start:start + 2])[0]
            if form == 0 and code < 256:
                return table[start + 6 + code]
            if form == 6:
                first, count = struct.unpack(">HH", table[start + 6:start + 10])
                if first <= code < first + count:
                    at = start + 10 + 2 * (code - first)
                    return struct.unpack(">H", table[at:at + 2])[0]
            if form == 4:
                found = self.segment(table[start:], code) or self.segment(table[start:], 0xF000 + code)
                if found:
                    return found
        return 0

    @staticmethod
    def segment(table, code):
        count = struct.unpack(">H", table[6:8])[0] // 2
        word = lambda offset: struct.unpack(">H", table[offset:offset + 2])[0]
        for i in range(count):
            end, start = word(14 + 2 * i), word(16 + 2 * count + 2 * i)
            if start <= code <= end:
                delta, at = word(16 + 4 * count + 2 * i), 16 + 6 * count + 2 * i
                offset = word(at)
                if not offset:
                    return (code + delta) & 0xFFFF
                glyph = word(at + offset + 2 * (code - start))
                return (glyph + delta) & 0xFFFF if glyph else 0
        return 0


class CompactProgram:
    def __init__(self, data):
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(data), None)
        self.top = fonts[0]
        self.strings = self.top.CharStrings
        self.is_cid = hasattr(self.top, "ROS")
        matrix = self.top.rawDict.get("FontMatrix")
        self.scale = matrix[0] * 1000 if matrix else 1

    def key(self, glyph):
        return glyph if isinstance(glyph, str) else ".notdef" if glyph == 0 else f"cid{glyph:05d}"

    def has(self, glyph):
        return self.key(glyph) in self.strings

    def width(self, glyph):
        string = self.strings[self.key(glyph)]
        string.decompile()
        private = string.private
        extractor = T2WidthExtractor(
            string.private and getattr(private, "Subrs", []) or [], self.top.GlobalSubrs,
            getattr(private, "nominalWidthX", 0), getattr(private, "defaultWidthX", 0))
        extractor.execute(string)
        return extractor.width * self.scale

    def glyph(self, code):
        encoding = self.top.Encoding
        return encoding[code] if isinstance(encoding, list) and code < len(encoding) else ".notdef"


class Font:
    """A font of the PDF, with the codes that are shown with it."""

    def __init__(self, source):
        self.source = source
        self.label = str(source.get("/BaseFont", source.get("/Name", "?")))
        self.is_composite = source.get("/Subtype") == Name("/Type0")
        self.is_drawn = source.get("/Subtype") == Name("/Type3")
        self.inner = source.DescendantFonts[0] if self.is_composite else source
        self.used = set()
        self.used_bare = set()  # without an ActualText around them
        self.unicode = UnicodeMap(source.ToUnicode.read_bytes()) if "/ToUnicode" in source else None

    def show(self, data, has_text):
        step = 2 if self.is_composite else 1
        codes = [int.from_bytes(data[i:i + step], "big") for i in range(0, len(data) - step + 1, step)]
        self.used.update(codes)
        if not has_text:
            self.used_bare.update(codes)

    def program(self):
        descriptor = self.inner.get("/FontDescriptor", {})
        if "/FontFile2" in descriptor:
            return TrueTypeProgram(descriptor.FontFile2.read_bytes())
        if "/FontFile3" in descriptor:
            return CompactProgram(descriptor.FontFile3.read_bytes())
        return None

    def is_embedded(self):
        descriptor = self.inner.get("/FontDescriptor", {})
        return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))

    def widths(self):
        if not self.is_composite:
            first = int(self.source.get("/FirstChar", 0))
            return {first + i: float(width) for i, width in enumerate(self.source.get("/Widths", []))}
        result, array = {}, list(self.inner.get("/W", []))
        while array:
            if isinstance(array[1], Array):
                result.update({int(array[0]) + i: float(width) for i, width in enumerate(array[1])})
                del array[:2]
            else:
                result.update({code: float(array[2]) for code in range(int(array[0]), int(array[1]) + 1)})
                del array[:3]
        return result

    def glyph(self, program, code):
        if self.is_composite:
            return code
        encoding = self.source.get("/Encoding")
        if isinstance(encoding, Dictionary) and "/Differences" in encoding and isinstance(program, CompactProgram):
            at, names = 0, {}
            for item in encoding.Differences:
                if isinstance(item, Name):
                    names[at] = str(item)[1:]
                    at += 1
                else:
                    at = int(item)
            if code in names:
                return names[code]
        return program.glyph(code)


class FontRules:
    def __init__(self, fault):
        self.fault = fault
        self.fonts = {}

    def font(self, source):
        key = source.objgen
        if key not in self.fonts:
            self.fonts[key] = Font(source)
        return self.fonts[key]

    def judge(self):
        for font in self.fonts.values():
            if font.used:
                self.look_at(font)

    def look_at(self, font):
        self.texts(font)
        if font.is_drawn:
            return
        if not font.is_embedded():
            return self.fault("a font is not embedded", font.label)
        if font.is_composite:
            self.composite(font)
        program = font.program()
        if program:
            self.glyphs(font, program)

    def texts(self, font):
        """§6.2.11.7"""
        if font.unicode is None:
            return self.fault("a font has no way to Unicode", font.label)
        for code in sorted(font.used):
            text = font.unicode.texts.get(code, "")
            if not text or any(c in "\0\ufeff\ufffe\uffff" for c in text):
                if code in font.used_bare:
                    self.fault("a character has no way to Unicode", f"{font.label} {code}")
            elif code in font.used_bare and any(
                0xE000 <= ord(c) < 0xF900 or ord(c) >= 0xF0000 for c in text
            ):
                self.fault("a private character has no ActualText", f"{font.label} {code} U+{ord(text[0]):04X}")

    def composite(self, font):
        """§6.2.11.3"""
        inner = font.inner
        encoding = font.source.get("/Encoding")
        if encoding not in (Name("/Identity-H"), Name("/Identity-V")) and not isinstance(encoding, Stream):
            self.fault("a font's encoding is not in the file", font.label)
        if inner.get("/Subtype") == Name("/CIDFontType2") and "/CIDToGIDMap" not in inner:
            self.fault("a font does not say which glyphs it has", font.label)
        if "/CIDSet" in inner.FontDescriptor:
            self.fault("a CIDSet is there, which nothing makes sure of", font.label)

    def glyphs(self, font, program):
        """§6.2.11.5: widths as in the font; §6.2.11.8: no .notdef; §6.2.11.4.1: every glyph shown is there."""
        widths = font.widths()
        default = float(font.inner.get("/DW", 1000)) if font.is_composite else 0.0
        for code in sorted(font.used):
            glyph = font.glyph(program, code)
            if glyph in (0, ".notdef"):
                self.fault("a glyph is shown that stands for none", f"{font.label} {code}")
            elif not program.has(glyph):
                self.fault("a glyph is not in the font", f"{font.label} {code}")
            elif abs(widths.get(code, default) - program.width(glyph)) > 1:
                self.fault(
                    "a width is not that of the font",
                    f"{font.label} {code}: {widths.get(code, default):g}, {program.width(glyph):g}")

"""Makes the pictures of the gallery from books that Handpress binds. Run by `make gallery`.

Needs Chromium, ImageMagick, pdftoppm, and what a PDF needs. Usage: make.py HANDPRESS, from the project's root.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
THEMES = {"light": ("#ffffff", "#111111"), "sepia": ("#f4ecd8", "#3b2d1f"), "dark": ("#1b1b1b", "#d8d8d8")}


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def bind(handpress, handbook, folder):
    """Binds a handbook and unpacks the book."""
    subprocess.run([handpress, "build", handbook, "--output", folder], capture_output=True, check=False)
    book = next(pathlib.Path(folder).glob("*.epub"))
    with zipfile.ZipFile(book) as archive:
        archive.extractall(folder)
    return pathlib.Path(folder) / "EPUB"


def shot(page, picture, width, height, theme="light", margin=22, head=""):
    """What a reader shows of a page: its own font, size, margins and colours around the book's style."""
    paper, ink = THEMES[theme]
    link = "#8ab4f8" if theme == "dark" else "#1a5aa8"
    style = (
        f"<style>html{{background:{paper};color:{ink};font:17px/1.5 'DejaVu Serif',serif}}"
        f"body{{margin:24px {margin}px !important}}a:link{{color:{link}}}</style>{head}"
    )
    text = page.read_text().replace("</head>", style + "</head>")
    if theme == "dark":
        sheet = (page.parent / "book.css").read_text().replace("(prefers-color-scheme: dark)", "all")
        (page.parent / "dark.css").write_text(sheet)
        text = text.replace('href="book.css"', 'href="dark.css"')
    shown = page.with_name("shown-" + page.name)
    shown.write_text(text)
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--window-size={width},{height}", f"--screenshot={picture}", f"file://{shown}")


def shrink(picture, *options):
    run("convert", picture, *options, "-strip", "-define", "png:exclude-chunks=date,time", "-dither", "None", "-colors", "96", picture)


def join(pictures, picture, *options):
    run("convert", *pictures, "-bordercolor", "#888888", "-border", "1", "-background", "white", "-gravity", "west",
        "-splice", "12x0", "+append", "-chop", "12x0", "+repage", *options, picture)
    shrink(picture)


def covers(handpress, folder):
    """The three designs, for three titles."""
    pictures = []
    for design, title in [("mosaic", "The GenAI & LLM Handbook"), ("band", "Proof Systems in Practice"),
                          ("arcs", "Operating Helm")]:
        book = folder / design
        book.mkdir()
        (book / "page.md").write_text("# Page\n\nText.\n")
        (book / "book.yml").write_text(
            f'title: "{title}"\nsubtitle: A handbook\nauthors: [The Handpress Authors]\nversion: "1.0"\n')
        (book / "theme.yml").write_text(f"cover:\n  design: {design}\n")
        picture = folder / f"{design}.png"
        run("convert", bind(handpress, book, book / "out") / "images/cover.png", "-resize", "280x", picture)
        pictures.append(picture)
    join(pictures, HERE / "covers.png")


def pages(content, folder):
    page = next(content.glob("*-tool-use.xhtml"))
    pictures = []
    for theme in THEMES:
        pictures.append(folder / f"phone-{theme}.png")
        shot(page, pictures[-1], 390, 760, theme)
    join(pictures, HERE / "phone.png")
    shot(page, HERE / "tablet.png", 768, 1000, "sepia", margin=70)
    shrink(HERE / "tablet.png")
    cover = folder / "cover.png"
    run("convert", content / "images/cover.png", "-resize", "x760", cover)
    join([cover, pictures[0], pictures[2]], ROOT / "Docs/images/edition.png", "-resize", "1000x")


def diagrams(book, folder):
    """Every diagram that is drawn, on one sheet."""
    text = next(book.glob("*-diagrams.xhtml")).read_text()
    drawings = re.findall(r'<figure class="diagram">\s*(<svg.*?</svg>)', text, re.S)
    cells = "".join(f"<div>{drawing}</div>" for drawing in drawings)
    sheet = folder / "diagrams.html"
    sheet.write_text(
        "<!DOCTYPE html><meta charset='utf-8'><style>body{margin:16px;display:grid;grid-template-columns:repeat(4,1fr);"
        "gap:14px}div{height:200px;display:flex;align-items:center;justify-content:center;border:1px solid #ddd;"
        "padding:8px;box-sizing:border-box}svg{max-width:100%;max-height:100%}</style>" + cells)
    rows = (len(drawings) + 3) // 4
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
        f"--window-size=1180,{rows * 214 + 18}", f"--screenshot={HERE / 'diagrams.png'}", f"file://{sheet}")
    shrink(HERE / "diagrams.png")


def printed(handpress, folder):
    """Pages of the printed edition: cover, contents, the opener of a part, and pages with the constructs of a chapter."""
    subprocess.run([handpress, "build", ROOT / "content", "--to", "pdf", "--output", folder], capture_output=True, check=False)
    book = next(folder.glob("*.pdf"))
    pictures = []
    for page in (1, 4, 6, 7, 9, 10, 12, 13):
        run("pdftoppm", "-r", "50", "-png", "-singlefile", "-f", page, "-l", page, book, folder / f"page-{page}")
        pictures.append(folder / f"page-{page}.png")
    run("montage", *pictures, "-tile", "4x", "-geometry", "+8+8", "-background", "#999999", HERE / "print.png")
    shrink(HERE / "print.png")


def main():
    handpress = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        covers(handpress, folder)
        pages(bind(handpress, ROOT / "content", folder / "content"), folder)
        book = bind(handpress, HERE / "handbook", folder / "gallery")
        diagrams(book, folder)
        shot(next(book.glob("*-formulas-and-code.xhtml")), HERE / "formulas-and-code.png", 768, 780, "light", margin=70)
        shrink(HERE / "formulas-and-code.png")
        printed(handpress, folder / "print")


main()

"""Times the printed book of a handbook by handpress and by pandoc, with the same LuaLaTeX, and checks what they made.

Handpress runs the engine through a script of ours that notes what each pass takes and keeps the job's folder, so that
one pass over the same files can be timed alone, with the structure of the book and without.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from book import pages, row, run, verdict

ENGINE = """#!/bin/sh
{engine} "$@"
status=$?
case "$*" in *--version*) exit $status;; esac
times > {log}.last && tail -n 1 {log}.last >> {log}
{after}
exit $status
"""
DROPPED = [
    (re.compile(r"\A---\n.*?\n---\n", re.S), ""),  # front matter
    (re.compile(r"<!--.*?-->|\{/\*.*?\*/\}", re.S), ""),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),  # pictures: pandoc looks for them where it stands
    (re.compile(r"^(?:import|export) .*$", re.M), ""),
    (re.compile(r"^:::.*$", re.M), ""),  # the marks of admonitions; their text stays
    (re.compile(r"</?[A-Z][^>]*>"), ""),  # components
]


def texts(file):
    """What pandoc is given of a page."""
    text = file.read_text(encoding="utf-8")
    for pattern, replacement in DROPPED:
        text = pattern.sub(replacement, text)
    return text + "\n\n"


def samples(files):
    """Some plain words in a row of each page that has them."""
    plain = re.compile(r"^[A-Za-z]+(?: [A-Za-z]+){6,}", re.M)
    found = (max(plain.findall(texts(file)), key=len, default=None) for file in files)
    return [" ".join(words.split()[:7]) for words in found if words]


def told(pdf):
    """The words of a PDF, without the ends of lines and the hyphens at them."""
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", re.sub(r"[-\u00ad\u2010]\n", "", text))


def count(pdf):
    output = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, check=True).stdout.decode()
    return int(re.search(r"Pages:\s*(\d+)", output)[1])


def missed(pdf, wanted):
    """How many of the samples are not in a PDF. A hyphen in a word is that of a line's end, or was there."""
    words = told(pdf).replace("-", "")
    return sum(sample not in words for sample in wanted)


def write_engine(path, log, after=""):
    """A program that runs the engine, notes what that takes, and then does something else in the job's folder."""
    path.write_text(ENGINE.format(engine=shutil.which("lualatex"), log=log, after=after))
    path.chmod(0o755)
    return path


class Handpress:
    def __init__(self, program, folder):
        self.program, self.folder = program, Path(folder)
        self.log, self.kept = self.folder / "passes", self.folder / "job"
        self.engine = write_engine(self.folder / "lualatex", self.log, f"rm -rf {self.kept} && cp -Rp . {self.kept}")

    def build(self, handbook):
        """One build; what it cost, and the CPU seconds of each pass in it."""
        self.log.write_text("")
        output = self.folder / "out"
        shutil.rmtree(output, ignore_errors=True)
        options = ["--to", "pdf", "--output", output, "--cache", self.folder / "cache", "--engine", self.engine]
        cost = run([self.program, "build", *map(str, [handbook, *options])], accepted=(0, 1))
        self.pdf = next(output.glob("*.pdf"))
        return cost, [seconds(line) for line in self.log.read_text().splitlines()]

    def pass_alone(self, tagged=True):
        """The CPU of a pass over the last job, tagged or not."""
        job = self.kept / "handpress-job.lua"
        job.write_text(re.sub(r"tagged = \w+", f"tagged = {str(tagged).lower()}", job.read_text()))
        cache = self.folder / "cache/tex"
        variables = {"TEXMFVAR": cache, "TEXMFCACHE": cache, "SOURCE_DATE_EPOCH": 0, "FORCE_SOURCE_DATE": 1}
        command = ["env", "-C", self.kept, *(f"{name}={value}" for name, value in variables.items()),
                   "lualatex", "-interaction=nonstopmode", "book.tex"]
        return run(list(map(str, command)), accepted=(0, 1)).cpu


def seconds(line):
    """`0m1.5s 0m0.2s`, user and system."""
    return sum(int(minutes) * 60 + float(rest) for minutes, rest in re.findall(r"(\d+)m([\d.]+)s", line))


class Pandoc:
    def __init__(self, program, folder):
        self.program, self.folder = program, Path(folder)
        self.log = self.folder / "pandoc-passes"
        (self.folder / "pandoc").mkdir()
        # Pandoc looks at the program's name.
        self.engine = write_engine(self.folder / "pandoc/lualatex", self.log)

    def build(self, files):
        self.log.write_text("")
        sources = self.folder / "pages"
        shutil.rmtree(sources, ignore_errors=True)
        sources.mkdir()
        for number, file in enumerate(files):
            (sources / f"{number:04}.md").write_text(texts(file), encoding="utf-8")
        self.pdf = self.folder / "pandoc.pdf"
        options = [
            "--from=gfm-tex_math_dollars-tex_math_gfm-raw_html", "--toc", "--toc-depth=1", "--no-highlight",
            "--top-level-division=chapter", "-Vdocumentclass=book", "-Vpapersize=a4", "--metadata=title:Handbook",
            f"--pdf-engine={self.engine}", f"--output={self.pdf}",
        ]
        cost = run([self.program, *options, *map(str, sorted(sources.iterdir()))])
        return cost, [seconds(line) for line in self.log.read_text().splitlines()]


def small(folder, files):
    """A handbook of a page with every letter of another's, built first: what TeX reads of fonts is kept from then on."""
    letters = sorted(set("".join(texts(file) for file in files)))
    text = "".join(letter for letter in letters if letter.isalpha() and not letter.isascii())
    book = Path(folder, "small")
    book.mkdir()
    (book / "page.md").write_text(f"# A page\n\nText, *text*, **text**, `code`, {text}.\n", encoding="utf-8")
    return book


def edited(handbook, folder):
    """A copy of a handbook, and a page of it whose text can grow by a word without moving a page."""
    copy = Path(folder, "handbook")
    shutil.copytree(handbook, copy, symlinks=True)
    return copy, pages(copy)[len(pages(copy)) // 2]


def compare(arguments, folder):
    import pypandoc

    ours, peer = Handpress(arguments.handpress, folder), Pandoc(pypandoc.get_pandoc_path(), folder)
    handbook, page = edited(arguments.handbook, folder)
    files = pages(handbook)
    first = small(folder, files)
    ours.build(first)
    peer.build(pages(first))

    cold, cold_passes = ours.build(handbook)
    # In turn, and medians of them, since the machine is not equally quick all the time.
    warm_builds, tagged_passes, untagged_passes = [], [], []
    for word in ("One", "Two", "Six"):
        page.write_text(page.read_text(encoding="utf-8") + f"\n\n{word}.\n", encoding="utf-8")
        warm_builds.append(ours.build(handbook))
        tagged_passes.append(ours.pass_alone())
        untagged_passes.append(ours.pass_alone(tagged=False))
    warm, warm_passes = sorted(warm_builds, key=lambda build: build[0].cpu)[1]
    tagged, untagged = median(tagged_passes), median(untagged_passes)
    same, same_passes = ours.build(handbook)
    theirs, their_passes = peer.build(files)

    wanted = samples(files)
    lacks = missed(ours.pdf, wanted), missed(peer.pdf, wanted)
    print(f"{len(files)} pages of Markdown; pandoc {pypandoc.get_pandoc_version()}, both with "
          f"{subprocess.run(['lualatex', '--version'], capture_output=True).stdout.decode().splitlines()[0]}\n")
    print(f"{'':<12}{'CPU':>11}{'clock':>11}{'memory':>11}   passes")
    for name, cost, passes in (
        ("cold", cold, cold_passes), ("a word more", warm, warm_passes), ("no change", same, same_passes),
        ("pandoc", theirs, their_passes),
    ):
        print(f"{row(name, cost)}   {len(passes)}: {' '.join(f'{p:.1f}' for p in passes)}")
    print(f"\npages in the PDF: {count(ours.pdf)}, pandoc's {count(peer.pdf)}; samples of text: {len(wanted)}, "
          f"not found: {lacks[0]} in ours, {lacks[1]} in pandoc's")
    print(f"one pass over our files alone: {tagged:.1f} s tagged, {untagged:.1f} s not\n")
    bars = [
        ("pandoc's CPU / ours, cold", f"{theirs.cpu / cold.cpu:.2f}", "≥ 1.5", theirs.cpu >= 1.5 * cold.cpu),
        ("passes cold", str(len(cold_passes)), "≤ 2", len(cold_passes) <= 2),
        ("our CPU cold / a pass alone", f"{cold.cpu / tagged:.2f}", "–", True),
        ("our CPU, a word more / a pass alone", f"{warm.cpu / tagged:.2f}", "≤ 1.15", warm.cpu <= 1.15 * tagged),
        ("passes without change", str(len(same_passes)), "0", not same_passes),
        ("a pass tagged / untagged", f"{tagged / untagged:.2f}", "≤ 1.3", tagged <= 1.3 * untagged),
        ("samples of text not found in ours", str(lacks[0]), "≤ 1 %", lacks[0] <= len(wanted) / 100),
    ]
    for bar in bars:
        print(verdict(*bar))
    return all(bar[-1] for bar in bars)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("handbook", type=Path)
    parser.add_argument("--handpress", required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="handpress-benchmark-") as folder:
        kept = compare(arguments, folder)
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()

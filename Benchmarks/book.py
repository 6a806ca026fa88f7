"""Times handpress, pandoc and the floor on one handbook, in one run, and checks what they made.

The floor is the least that turning the pages into a packed book can cost: cmark-gfm on all pages and gzip -6 of
what it writes. Only the standard library is used; pandoc comes from the environment's pypandoc_binary.
"""

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist", "footnotes"]
COPIES = [1, 2, 4, 8, 16]
CHAPTER = re.compile(r"(?:^|/)c(\d+)-[^/]*\.xhtml$")


@dataclass
class Cost:
    """What one run of a command took: seconds of CPU (user and system) and of the clock, peak memory in MB."""

    cpu: float
    wall: float
    memory: float


def run(command, output=os.devnull, accepted=(0,)):
    """Runs a command and returns its cost; a command that fails ends the benchmark."""
    started = time.perf_counter()
    with open(output, "wb") as out, tempfile.TemporaryFile() as errors:
        pid = os.posix_spawnp(
            command[0], command, os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, errors.fileno(), 2)])
        _, status, usage = os.wait4(pid, 0)
        wall = time.perf_counter() - started
        if os.waitstatus_to_exitcode(status) not in accepted:
            errors.seek(0)
            sys.exit(f"book.py: {' '.join(command[:4])} … failed:\n{errors.read().decode(errors='replace')[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def median(costs):
    """The median of every figure of its own."""
    return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "memory")))


def pages(handbook):
    """The Markdown pages of a handbook by path, which is the order of its numbered folders; partials left out."""
    docs = handbook / "docs" if (handbook / "docs").is_dir() else handbook
    found = [path for path in docs.rglob("*") if path.suffix in (".md", ".mdx") and path.is_file()]
    kept = [path for path in found if not any(part.startswith("_") for part in path.relative_to(docs).parts)]
    return sorted(kept)


def chapters(epub):
    """How many pages of the handbook a book of ours holds: its content files, parts of a split one counted once."""
    with zipfile.ZipFile(epub) as book:
        assert book.testzip() is None, "the book's archive is damaged"
        assert book.namelist()[0] == "mimetype", "the book does not begin with its mimetype"
        return len({match[1] for name in book.namelist() if (match := CHAPTER.search(name))})


def time_handpress(program, handbook, folder):
    """One build of the book; the book made, and what it cost. Exit status 1 says that the handbook has errors."""
    output = Path(folder, "handpress")
    shutil.rmtree(output, ignore_errors=True)
    cost = run([program, "build", str(handbook), "--output", str(output)], accepted=(0, 1))
    books = list(output.glob("*.epub"))
    assert len(books) == 1, f"handpress made {len(books)} books"
    return books[0], cost


def time_pandoc(program, files, folder):
    """One EPUB of the same pages by pandoc, without its colours for code, which we do not set either."""
    output = Path(folder, "pandoc.epub")
    output.unlink(missing_ok=True)
    options = ["--from=gfm", "--to=epub3", "--metadata=title:Handbook", "--no-highlight", f"--output={output}"]
    cost = run([program, *options, *map(str, files)])
    with zipfile.ZipFile(output) as book:
        assert sum(name.endswith(".xhtml") for name in book.namelist()) > 1, "pandoc's book is empty"
    return cost


def time_floor(files, folder):
    """cmark-gfm once over all pages, and gzip once over what it wrote."""
    html, packed = Path(folder, "floor.html"), Path(folder, "floor.html.gz")
    extensions = [argument for name in EXTENSIONS for argument in ("-e", name)]
    first = run(["cmark-gfm", "--unsafe", *extensions, *map(str, files)], output=html)
    second = run(["gzip", "-6", "-c", str(html)], output=packed)
    assert html.stat().st_size > sum(file.stat().st_size for file in files) / 2, "the floor's HTML is too short"
    return Cost(first.cpu + second.cpu, first.wall + second.wall, max(first.memory, second.memory))


def row(name, cost):
    return f"{name:<12}{cost.cpu:>9.3f} s{cost.wall:>9.3f} s{cost.memory:>8.0f} MB"


def verdict(text, figure, bar, is_kept):
    return f"{text:<46}{figure:>9}   bar {bar:<10}{'kept' if is_kept else 'MISSED'}"


def compare(arguments, folder):
    """The three beside each other. True when every bar is kept."""
    import pypandoc

    pandoc, files = pypandoc.get_pandoc_path(), pages(arguments.handbook)
    ours, floor = [], []
    for _ in range(arguments.runs):
        book, cost = time_handpress(arguments.handpress, arguments.handbook, folder)
        ours.append(cost)
        floor.append(time_floor(files, folder))
    held = chapters(book)
    assert held == len(files), f"the book holds {held} pages, pandoc was given {len(files)}"
    peer = median([time_pandoc(pandoc, files, folder) for _ in range(max(1, arguments.runs // 2))])
    ours, floor = median(ours), median(floor)

    size = sum(file.stat().st_size for file in files) / 1e6
    print(f"{len(files)} pages, {size:.2f} MB of Markdown; pandoc {pypandoc.get_pandoc_version()}; "
          f"medians of {arguments.runs} runs (pandoc {max(1, arguments.runs // 2)})\n")
    print(f"{'':<12}{'CPU':>11}{'clock':>11}{'memory':>11}")
    for name, cost in (("handpress", ours), ("pandoc", peer), ("floor", floor)):
        print(row(name, cost))
    bars = [
        ("pandoc's CPU / ours", f"{peer.cpu / ours.cpu:.1f}", "≥ 30", peer.cpu / ours.cpu >= 30),
        ("pandoc's clock time / ours", f"{peer.wall / ours.wall:.1f}", "≥ 30", peer.wall / ours.wall >= 30),
        ("our CPU / the floor's", f"{ours.cpu / floor.cpu:.2f}", "≤ 3", ours.cpu / floor.cpu <= 3),
        ("our peak memory", f"{ours.memory:.0f} MB", "< 100 MB", ours.memory < 100),
    ]
    print()
    for bar in bars:
        print(verdict(*bar))
    return all(bar[-1] for bar in bars)


def grow(arguments, folder):
    """The same pages 1 to 16 times over, in a plain docs folder. True when every bar is kept."""
    files = pages(arguments.handbook)
    docs = arguments.handbook / "docs" if (arguments.handbook / "docs").is_dir() else arguments.handbook
    print(f"\n{'copies':<12}{'CPU':>11}{'clock':>11}{'memory':>11}{'CPU a page':>14}")
    costs = {}
    for copies in COPIES:
        root = Path(folder, f"copies-{copies}")
        for number in range(1, copies + 1):
            shutil.copytree(docs, root / f"{number:02}-copy-{number}")
        runs = [time_handpress(arguments.handpress, root, folder) for _ in range(3)]
        held = chapters(runs[0][0])
        assert held == copies * len(files), f"the book holds {held} pages of {copies * len(files)}"
        costs[copies] = median([cost for _, cost in runs])
        print(f"{row(str(copies), costs[copies])}{costs[copies].cpu / held * 1e6:>11.0f} µs")
        shutil.rmtree(root)
    doubled = costs[16].cpu / costs[8].cpu
    overall = costs[16].cpu / 16 / costs[1].cpu
    bars = [
        ("CPU at 16 copies / at 8", f"{doubled:.2f}", "≤ 2.2", doubled <= 2.2),
        ("CPU a page at 16 copies / at one", f"{overall:.2f}", "≤ 1.2", overall <= 1.2),
    ]
    print()
    for bar in bars:
        print(verdict(*bar))
    return all(bar[-1] for bar in bars)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("handbook", type=Path)
    parser.add_argument("--handpress", required=True)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="handpress-benchmark-") as folder:
        kept = [compare(arguments, folder), grow(arguments, folder)]
    sys.exit(0 if all(kept) else 1)


if __name__ == "__main__":
    main()

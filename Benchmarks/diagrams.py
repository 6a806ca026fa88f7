"""Judges our diagrams by Mermaid's own drawings of the same sources, and times both.

Mermaid runs in headless Chromium. One inspector looks into both drawings: every label of Mermaid's must be found in
ours, and there must be as many nodes and frames, and as many lines between the same ends. Then all diagrams are drawn
once more by each, to be timed. Only the standard library is used.
"""

import argparse
import html
import http.server
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
import unicodedata
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})[ \t]*(?:mermaid|mmd)[^\n]*\n(.*?)^[ \t]*\2[ \t]*$", re.S | re.M)
ELEMENT = re.compile(r"<(pre|div)[^>]*class=\"mermaid[^\"]*\"[^>]*>(.*?)</\1\s*>", re.S)
MAIN = ["flowchart", "sequence", "class", "state", "er", "gantt", "pie", "mindmap", "timeline", "journey"]
NAMES = {
    "graph": "flowchart", "flowchart-elk": "flowchart", "sequenceDiagram": "sequence", "classDiagram": "class",
    "classDiagram-v2": "class", "stateDiagram": "state", "stateDiagram-v2": "state", "erDiagram": "er",
    "requirementDiagram": "requirement", "quadrantChart": "quadrant", "xychart-beta": "xychart",
    "sankey-beta": "sankey", "block-beta": "block", "packet-beta": "packet", "architecture-beta": "architecture",
    "radar-beta": "radar", "treemap-beta": "treemap", "treeView-beta": "treeView", "venn-beta": "venn",
    "ishikawa-beta": "ishikawa", "wardley-beta": "wardley",
}


def keyword(source):
    """The word that names the type, behind front matter, directives and comments."""
    source = re.sub(r"\A\s*---[ \t]*\n.*?\n\s*---[ \t]*\n", "", source, flags=re.S)
    source = re.sub(r"%%\{.*?\}%%", "", source, flags=re.S)
    for line in source.splitlines():
        if line.strip() and not line.strip().startswith("%%"):
            word = re.match(r"[\w-]*", line.strip()).group(0)
            return "c4" if word.startswith("C4") else NAMES.get(word, word or "none")
    return "none"


def sources(folder):
    """The diagrams of all Markdown and HTML files, equal ones once: (name, type, source)."""
    seen, found, numbers = set(), [], Counter()
    for path in sorted(p for p in Path(folder).rglob("*") if p.suffix in (".md", ".mdx", ".html", ".mmd")):
        text = path.read_text(errors="replace")
        if path.suffix == ".mmd":
            pieces = [text]
        elif path.suffix == ".html":
            pieces = [re.sub(r"<br\s*/?>", "<br/>", html.unescape(m.group(2))) for m in ELEMENT.finditer(text)]
        else:
            pieces = [m.group(3) for m in FENCE.finditer(text)]
        for piece in pieces:
            source = textwrap.dedent(piece.expandtabs(4) if piece.startswith("\t") else piece).strip("\n")
            if source.strip() and source not in seen:
                seen.add(source)
                numbers[path.stem] += 1
                found.append((path.stem if path.suffix == ".mmd" else f"{path.stem}-{numbers[path.stem]:03}", keyword(source), source))
    if len(found) != len({name for name, _, _ in found}):
        names = Counter()
        for index, (name, kind, source) in enumerate(found):
            names[name] += 1
            if names[name] > 1:
                found[index] = (f"{name}-{names[name]}", kind, source)
    return found


# Ours


def draw(program, diagrams, folder):
    """Draws with our program; what it says of each diagram, and the seconds of CPU of drawing alone and of the whole."""
    sources_folder, out = folder / "sources", folder / "ours"
    for path in (sources_folder, out):
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
    for name, _, source in diagrams:
        (sources_folder / f"{name}.mmd").write_text(source)
    files = [str(sources_folder / f"{name}.mmd") for name, _, _ in diagrams]
    before = os.times()
    run = subprocess.run([program, str(out), *files], capture_output=True, text=True)
    after = os.times()
    if run.returncode:
        sys.exit(f"diagrams.py: {program} failed:\n{run.stderr[-2000:]}")
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    said = {line["name"]: line for line in lines if "name" in line}
    for name, line in said.items():
        if line["drawn"]:
            line["svg"] = (out / f"{name}.svg").read_text()
    whole = after.children_user + after.children_system - before.children_user - before.children_system
    return said, next(line["cpu"] for line in lines if "cpu" in line), whole


# Mermaid


class Pages(http.server.BaseHTTPRequestHandler):
    """The page with Mermaid, its script and the diagrams; it takes the results."""

    files = {}
    outcome = None
    done = threading.Event()

    def do_GET(self):
        kind, body = Pages.files.get(self.path, ("text/plain", None))
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Type", kind + "; charset=utf-8")
        self.end_headers()
        self.wfile.write(body or b"")

    def do_POST(self):
        Pages.outcome = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()
        Pages.done.set()

    def log_message(self, *_):
        pass


def session_cpu(session):
    """Seconds of CPU of all processes of a session, those that ended and were waited for included."""
    ticks = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")


def browse(chromium, mermaid, diagrams, is_inspected, limit):
    """Lets Mermaid draw in Chromium: what the page sent, and the browser's seconds of CPU."""
    Pages.files = {
        "/": ("text/html", b"<!doctype html><meta charset=utf-8><div id=stage></div>"
              b"<script src=mermaid.js></script><script src=judge.js></script>"),
        "/mermaid.js": ("text/javascript", Path(mermaid).read_bytes()),
        "/judge.js": ("text/javascript", (HERE / "diagrams.js").read_bytes()),
        "/diagrams.json": (
            "application/json", json.dumps({"diagrams": diagrams, "isInspected": is_inspected}).encode()),
    }
    Pages.outcome = None
    Pages.done.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as profile:
        browser = subprocess.Popen(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
             "--window-size=1000,800", "--remote-debugging-port=0", f"http://127.0.0.1:{server.server_port}/"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        finished = Pages.done.wait(limit)
        cpu = session_cpu(browser.pid)
        os.killpg(browser.pid, signal.SIGTERM)
        browser.wait()
        time.sleep(0.5)
    server.shutdown()
    if not finished or "failure" in Pages.outcome:
        sys.exit(f"diagrams.py: Mermaid did not finish: {Pages.outcome and Pages.outcome['failure']}")
    return Pages.outcome, cpu


# Judgement


def letters(text):
    """Without signs of quotation and brackets, that Mermaid and we may draw differently."""
    return re.sub(r"[\s«»<>\"'`\[\](){}:~*\u2211\u200b\ufeff\u00a0\\]+", "", text.replace("\\n", ""))


def bare_letters(text):
    """Letters and digits alone, in their plainest form."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalnum())


def differences(theirs, ours):
    """What Mermaid's drawing has and ours has not, in words."""
    found = []
    # A label may be broken into lines, and each line is a text of its own.
    joined = "".join(letters(label) for label in ours["labels"])
    plain = bare_letters("".join(ours["labels"]))
    for label in sorted(theirs["labels"], key=len, reverse=True):
        at = joined.find(letters(label))
        if at >= 0:
            joined = joined[:at] + "\n" + joined[at + len(letters(label)):]
        # Of a formula, marked with a sum sign, only letters can be compared.
        elif not (label.startswith("\u2211") and bare_letters(label) in plain):
            found.append(f"no label “{label[:60]}”")
    if theirs["groups"] != ours["groups"]:
        found.append(f"{ours['groups']} frames, not {theirs['groups']}")
    if theirs["nodes"] and len(theirs["nodes"]) != len(ours["nodes"]):
        found.append(f"{len(ours['nodes'])} nodes, not {len(theirs['nodes'])}")
    if theirs["nodes"] and len(theirs["edges"]) != len(ours["edges"]):
        found.append(f"{len(ours['edges'])} lines, not {len(theirs['edges'])}")
    elif theirs["nodes"]:
        left = [tuple(bare_letters(letters(end)) for end in edge) for edge in ours["edges"]]
        for edge in theirs["edges"]:
            a, b = (bare_letters(letters(end)) for end in edge)
            match = next((e for e in left if {a, b} == set(e)), None) or next(
                (e for e in left if a in e[0] and b in e[1] or a in e[1] and b in e[0]), None)
            if match is None:
                found.append(f"no line “{a[:24]}” – “{b[:24]}”")
            else:
                left.remove(match)
    return found


def judge(diagrams, said, results):
    """Of every diagram: drawn right, degraded, failed, or refused by Mermaid; and what differs."""
    verdicts = {}
    for name, kind, _ in diagrams:
        result, is_drawn = results[name], said[name]["drawn"]
        if "error" in result:
            verdicts[name] = ("beyond" if is_drawn else "refused", [result["error"].splitlines()[0][:100]])
        elif not is_drawn and not result["theirs"]["labels"]:
            verdicts[name] = ("refused", ["nothing to draw"])
        elif not is_drawn:
            verdicts[name] = ("failed", said[name]["problems"])
        else:
            found = differences(result["theirs"], result["ours"])
            verdicts[name] = ("degraded" if found else "right", found)
    return verdicts


def table(diagrams, verdicts):
    """Counts by type, the main types first; whether each of those has reached the bar."""
    kinds = sorted({kind for _, kind, _ in diagrams}, key=lambda k: (MAIN.index(k) if k in MAIN else 99, k))
    columns = ["right", "degraded", "failed", "beyond", "refused"]
    print(f"{'type':<14}" + "".join(f"{column:>10}" for column in columns) + f"{'right of judged':>17}")
    is_reached = True
    for kind in kinds:
        count = Counter(verdicts[name][0] for name, k, _ in diagrams if k == kind)
        judged = count["right"] + count["degraded"] + count["failed"]
        share = f"{100 * count['right'] / judged:.1f} %" if judged else "-"
        print(f"{kind:<14}" + "".join(f"{count[column]:>10}" for column in columns) + f"{share:>17}")
        if kind in MAIN and judged and count["right"] < 0.98 * judged:
            is_reached = False
    return is_reached


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="Markdown files with mermaid fences, or HTML pages with mermaid elements")
    parser.add_argument("--program", required=True, help="DiagramBenchmark, built in release mode")
    parser.add_argument("--mermaid", required=True, help="mermaid.min.js")
    parser.add_argument("--chromium", default=shutil.which("chromium") or shutil.which("google-chrome"))
    parser.add_argument("--keep", default=".build-benchmarks/diagrams", help="where all drawings are left to look at")
    parser.add_argument("--untimed", action="store_true", help="judge only")
    options = parser.parse_args()
    diagrams, keep = sources(options.folder), Path(options.keep)
    said, _, _ = draw(options.program, diagrams, keep)
    given = [{"name": name, "source": source, "ours": said[name].get("svg")} for name, _, source in diagrams]
    outcome, _ = browse(options.chromium, options.mermaid, given, True, 900)
    results = outcome["results"]
    theirs = keep / "theirs"
    shutil.rmtree(theirs, ignore_errors=True)
    theirs.mkdir(parents=True)
    for name, result in results.items():
        if "svg" in result:
            (theirs / f"{name}.svg").write_text(result["svg"])
    verdicts = judge(diagrams, said, results)
    for name, kind, _ in diagrams:
        verdict, found = verdicts[name]
        if verdict != "right" and (found or verdict == "failed"):
            print(f"{kind} {name}: {verdict}: " + "; ".join(found[:6]) + ("; …" if len(found) > 6 else ""))
    print(f"\n{len(diagrams)} diagrams of {options.folder}\n")
    is_reached = table(diagrams, verdicts)
    print("\nthe bar, 98 % of each main type drawn right: " + ("reached" if is_reached else "missed"))
    if not options.untimed:
        is_reached &= timing(options, diagrams, keep)
    sys.exit(0 if is_reached else 1)


def timing(options, diagrams, keep):
    """Draws what both can draw once more, cold; prints what it cost. Whether all was drawn again."""
    said, drawing, whole = draw(options.program, diagrams, keep)
    given = [{"name": name, "source": source} for name, _, source in diagrams]
    outcome, browser = browse(options.chromium, options.mermaid, given, False, 900)
    _, idle = browse(options.chromium, options.mermaid, [], False, 60)
    drawn = sum(1 for line in said.values() if line["drawn"])
    mermaid = sum(1 for result in outcome["results"].values() if result.get("length", 0) > 200)
    print(f"\n{'':<28}{'drawn':>8}{'CPU s':>10}")
    print(f"{'ours, process and all':<28}{drawn:>8}{whole:>10.2f}")
    print(f"{'ours, drawing alone':<28}{drawn:>8}{drawing:>10.2f}")
    print(f"{'Mermaid, browser and all':<28}{mermaid:>8}{browser:>10.2f}")
    print(f"{'Mermaid, drawing alone':<28}{mermaid:>8}{max(browser - idle, 0):>10.2f}")
    print(f"ratio: {browser / whole:.0f} with everything, {max(browser - idle, 0) / drawing:.0f} of drawing alone; "
          f"Mermaid took {outcome['seconds']:.1f} s by the clock")
    return drawn >= mermaid


if __name__ == "__main__":
    main()

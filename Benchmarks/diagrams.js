// Runs in the browser for diagrams.py: Mermaid draws every diagram, and one inspector looks into its drawings and ours.

// Where the parts of a diagram are in Mermaid's drawings, by its own name of the type.
const GRAPH = { node: "g.node, g.rough-node", edge: "path.flowchart-link", group: "g.cluster" }
const PARTS = {
  flowchart: GRAPH, "flowchart-v2": GRAPH, "flowchart-elk": GRAPH,
  class: { ...GRAPH, edge: "path.relation" }, classDiagram: { ...GRAPH, edge: "path.relation" },
  state: { ...GRAPH, edge: "path.transition", group: "g.statediagram-cluster" },
  stateDiagram: { ...GRAPH, edge: "path.transition", group: "g.statediagram-cluster" },
  er: { ...GRAPH, edge: "path.relationshipLine" },
  sequence: { node: "g:has(> .actor-top):not(:has(g)), g.actor-top",
    edge: ".messageLine0, .messageLine1" },
  gantt: { node: "rect.task" }, pie: { node: ".pieCircle" },
  mindmap: { node: "g.mindmap-node", edge: "path.edge" }, timeline: { node: "g.timeline-node" },
  journey: { node: "circle.face" },
}
const OURS = { node: "g.node", edge: "g.edge", group: "g.group", title: "g.title" }
// Scales and percentages are the drawing's own choice.
const SKIPPED = ".tick, .slice, style, title, desc, defs, .sequenceNumber, .actor-bottom, g:has(> .actor-bottom)"

// The text of an element without spaces. An icon counts as its name, which is what we write for it; MathML is marked,
// since a formula's text says nothing of bars and roots.
function bare(element) {
  const copy = element.cloneNode(true)
  for (const annotation of copy.querySelectorAll("annotation, .katex-html, .katex-mathml + *")) annotation.remove()
  for (const icon of copy.querySelectorAll("i[class*='fa-']")) {
    icon.textContent = /fa-([\w-]+)/.exec(icon.className)[1].replaceAll("-", "")
  }
  const text = copy.textContent.replace(/\s+/g, "")
  return copy.querySelector("math") ? "\u2211" + text : text
}

// The elements that hold text, not one within another; of a switch only what a browser shows.
const texts = element => [...element.querySelectorAll("text, foreignObject")].filter(text =>
  !text.parentElement.closest("text, foreignObject") && !(text.matches("text") && text.closest("switch")))

// The texts of a drawing, in its order. A label over several lines is one text where Mermaid keeps it together.
function labels(svg) {
  const found = []
  for (const element of texts(svg)) {
    if (element.closest(SKIPPED)) continue
    const text = bare(element)
    // Mermaid's sign of an icon it has not got.
    if (text && !(text === "?" && element.closest("svg:not([id])"))) found.push(text)
  }
  return found
}

const distance = (point, box, isFrame) => {
  const dx = Math.max(box.left - point.x, point.x - box.right), dy = Math.max(box.top - point.y, point.y - box.bottom)
  const outside = Math.hypot(Math.max(dx, 0), Math.max(dy, 0))
  return outside > 0 ? outside : isFrame ? -Math.max(dx, dy) : 0
}

// The label of the part where a line ends.
function nearest(point, parts, byColumn) {
  let best = null, least = Infinity
  for (const part of parts) {
    const away = byColumn ? Math.abs(point.x - (part.box.left + part.box.right) / 2)
      : distance(point, part.box, part.isFrame) + part.box.width / 1e5
    if (away < least) { least = away; best = part }
  }
  return best ? best.text : ""
}

// Where a line with its tips begins and ends: the far corners of the tips.
function tips(element) {
  const [line, ...marks] = element.matches("path, line") ? [element] : element.querySelectorAll("path, line")
  const matrix = line.getScreenCTM(), length = line.getTotalLength()
  const point = at => line.getPointAtLength(at).matrixTransform(matrix)
  return [[0, Math.min(4, length)], [length, Math.max(length - 4, 0)]].map(([end, inner]) => {
    const tip = point(end), from = point(inner)
    const along = (p) => (p.x - tip.x) * (tip.x - from.x) + (p.y - tip.y) * (tip.y - from.y)
    let best = tip
    for (const mark of marks) {
      const points = [...Array(13).keys()].map(i => mark.getPointAtLength(mark.getTotalLength() * i / 12)
        .matrixTransform(mark.getScreenCTM()))
      if (!points.some(p => Math.hypot(p.x - tip.x, p.y - tip.y) < 6)) continue
      for (const p of points) if (along(p) > along(best)) best = p
    }
    return best
  })
}

// By Mermaid's names of its lines and nodes where it has any: `L_from_to_0`.
function namedEnds(element, parts) {
  const name = /^(?:L|id)_(.+)_\d+$/.exec(element.getAttribute("data-id") ?? "")?.[1] ?? ""
  for (let at = name.indexOf("_"); at > 0; at = name.indexOf("_", at + 1)) {
    const pair = [name.slice(0, at), name.slice(at + 1)].map(end => parts.find(part => part.name === end))
    if (pair[0] && pair[1]) return pair.map(part => part.text)
  }
}

function ends(element, parts, byColumn) {
  return namedEnds(element, parts) ?? tips(element).map(point => nearest(point, parts, byColumn))
}

const nameOf = element => /^m\d+-(?:(?:flowchart|classId|entity)-(.+)-\d+|(.+))$/.exec(element.id)?.slice(1).find(Boolean)

function inspect(svg, where, type) {
  const all = selector => selector ? [...svg.querySelectorAll(selector)] : []
  let parts = all(where.node).map(element => ({
    name: nameOf(element),
    text: texts(element).map(bare).join(""),
    box: (element.querySelector(":scope > rect, :scope > path, :scope > .label-container, :scope > .basic") ?? element)
      .getBoundingClientRect(),
  }))
  const frames = all(where.group).map(element => ({
    name: nameOf(element), isFrame: true,
    text: [element.querySelector("text, foreignObject")].filter(Boolean).map(bare).join(""),
    box: (element.querySelector("rect, path") ?? element).getBoundingClientRect(),
  }))
  // Our titles stand over the lines that cross a frame, apart from the frame itself.
  for (const title of all(where.title)) {
    const { left, right, top, bottom } = title.getBoundingClientRect()
    const holds = box => box.left < left + 2 && box.right > right - 2 && box.top < top + 2 && box.bottom > bottom - 2
    const around = frames.filter(frame => holds(frame.box)).sort((a, b) => a.box.width - b.box.width)[0]
    if (around) around.text = bare(title)
  }
  const byColumn = type === "sequence"
  // A participant may stand at both ends of its lifeline.
  if (byColumn) parts = [...new Map(parts.map(part => [Math.round(part.box.left + part.box.right), part])).values()]
  return {
    labels: labels(svg), nodes: parts.map(part => part.text), groups: frames.length,
    edges: all(where.edge).map(element => ends(element, byColumn ? parts : parts.concat(frames), byColumn)),
  }
}

async function drawAll(diagrams, isInspected) {
  const stage = document.getElementById("stage"), results = {}
  mermaid.initialize({ startOnLoad: false })
  for (const [index, { name, source, ours }] of diagrams.entries()) {
    const result = results[name] = {}
    try {
      const { svg, diagramType } = await mermaid.render("m" + index, source)
      Object.assign(result, { type: diagramType, length: svg.length })
      if (isInspected) {
        stage.innerHTML = result.svg = svg
        result.theirs = inspect(stage.querySelector("svg"), PARTS[diagramType] ?? {}, diagramType)
      }
    } catch (error) {
      result.error = String(error?.message ?? error)
      document.querySelectorAll("[id^=dm], [id^=m]").forEach(e => { if (/^d?m\d+$/.test(e.id)) e.remove() })
    }
    if (isInspected && ours) {
      stage.innerHTML = ours
      result.ours = inspect(stage.querySelector("svg"), OURS, result.type)
    }
    stage.innerHTML = ""
  }
  return results
}

async function main() {
  const { diagrams, isInspected } = await (await fetch("diagrams.json")).json()
  const start = performance.now()
  let outcome
  try {
    outcome = { results: await drawAll(diagrams, isInspected), seconds: (performance.now() - start) / 1000 }
  } catch (error) { outcome = { failure: String(error?.stack ?? error) } }
  await fetch("results", { method: "POST", body: JSON.stringify(outcome) })
}
main()

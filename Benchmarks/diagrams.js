// Runs in the browser for diagrams.py: Mermaid draws every diagram, and one inspector looks into its drawings and ours.

// Where the parts of a diagram are in Mermaid's drawings, by its own name of the type.
const GRAPH = { node: "g.node", edge: "path.flowchart-link", group: "g.cluster" }
const PARTS = {
  flowchart: GRAPH, "flowchart-v2": GRAPH, "flowchart-elk": GRAPH,
  class: { ...GRAPH, edge: "path.relation" }, classDiagram: { ...GRAPH, edge: "path.relation" },
  state: { ...GRAPH, edge: "path.transition", group: "g.statediagram-cluster" },
  stateDiagram: { ...GRAPH, edge: "path.transition", group: "g.statediagram-cluster" },
  er: { ...GRAPH, edge: "path.relationshipLine" },
  sequence: { node: "g:has(> rect.actor-top), g.actor-man.actor-top, g:has(> .actor-top), g:has(> g > .actor-top)",
    edge: ".messageLine0, .messageLine1" },
  gantt: { node: "rect.task" }, pie: { node: ".pieCircle" },
  mindmap: { node: "g.mindmap-node", edge: "path.edge" }, timeline: { node: "g.timeline-node" },
  journey: { node: "circle.face" },
}
const OURS = { node: "g.node", edge: "g.edge", group: "g.group" }
// Scales and percentages are the drawing's own choice.
const SKIPPED = ".tick, .slice, style, title, desc, defs, .actor-bottom, .sequenceNumber"

const bare = text => text.replace(/\s+/g, "")

// The texts of a drawing, in its order. A label over several lines is one text where Mermaid keeps it together.
function labels(svg) {
  const found = []
  for (const element of svg.querySelectorAll("text, foreignObject")) {
    // A browser that knows foreignObject shows that part of a switch alone.
    if (element.matches("text") && element.closest("switch")) continue
    if (element.closest(SKIPPED) || element.parentElement.closest("text, foreignObject")) continue
    const text = bare(element.textContent)
    if (text) found.push(text)
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

function ends(element, parts, byColumn) {
  const line = element.matches("path, line") ? element : element.querySelector("path, line")
  const matrix = line.getScreenCTM(), length = line.getTotalLength()
  return [0, length].map(at => nearest(line.getPointAtLength(at).matrixTransform(matrix), parts, byColumn))
}

function inspect(svg, where, type) {
  const all = selector => selector ? [...svg.querySelectorAll(selector)] : []
  let parts = all(where.node).map(element => ({
    text: bare([...element.querySelectorAll("text, foreignObject")].filter(e => !e.parentElement.closest("text"))
      .map(e => e.textContent).join("")),
    box: (element.querySelector(":scope > rect, :scope > path, :scope > .label-container, :scope > .basic") ?? element)
      .getBoundingClientRect(),
  }))
  const frames = all(where.group).map(element => ({
    text: bare(element.querySelector("text, foreignObject")?.textContent ?? ""), isFrame: true,
    box: (element.querySelector("rect, path") ?? element).getBoundingClientRect(),
  }))
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

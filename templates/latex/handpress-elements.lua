-- The structure elements of the book (PDF 1.7 §14.7.2) while it is typeset.
--
-- An element's content is cut into segments, one before, between and behind its children each; every node carries the
-- number of its segment in an attribute. So the order of the kids is known before anything is on a page, and what is
-- split over pages or moved into a footnote needs no care.
local M = {}
local log = require("handpress-log")

-- Parallel arrays by the number of the element; 1 is the Document.
M.tag, M.parent, M.kids, M.alt = { "Document" }, { 0 }, { {} }, {}
M.file, M.line, M.box = {}, {}, {}
-- By the number of the segment: its element, and page and identifier of each of its marks in turn.
M.segment_element, M.segment_marks = {}, {}

M.attribute = luatexbase.new_attribute("handpress@segment")
-- Values of the attribute that are no segment: decoration of the page, text right in an element that only holds
-- others, and decoration in the text, such as numbers of lines, which nobody wants to copy with it.
M.artifact, M.stray, M.silent = 0, -1, -2

-- Elements that hold elements and no text.
local grouping = {
  Document = true, Part = true, Sect = true, Div = true, BlockQuote = true, L = true, LI = true, Table = true,
  THead = true, TBody = true, TR = true, TOC = true,
}

local stack = { 1 } -- open elements, innermost last; 0 is an artifact
local values = {} -- by the place in the stack of an artifact: the attribute's value before it

local function set(value) tex.setattribute("global", M.attribute, value) end

local function new_segment(element)
  local segment = #M.segment_element + 1
  M.segment_element[segment] = element
  M.segment_marks[segment] = false
  local kids = M.kids[element]
  kids[#kids + 1] = -segment
  set(segment)
end

-- What follows a child belongs to the element right below the top of the stack.
local function resume()
  local element = stack[#stack]
  if element == 0 then
    set(M.silent)
  elseif grouping[M.tag[element]] then
    set(M.stray)
  else
    new_segment(element)
  end
end

local function innermost()
  for i = #stack, 1, -1 do
    if stack[i] ~= 0 then return stack[i] end
  end
end

function M.open(tag, alt)
  if tag == "Artifact" then
    stack[#stack + 1] = 0
    values[#stack] = tex.getattribute(M.attribute)
    set(M.silent)
    return
  end
  local element, parent = #M.tag + 1, innermost()
  M.tag[element], M.parent[element], M.kids[element], M.alt[element] = tag, parent, {}, alt or false
  M.file[element], M.line[element] = status.filename, tex.inputlineno
  local siblings = M.kids[parent]
  siblings[#siblings + 1] = element
  stack[#stack + 1] = element
  resume()
end

function M.close()
  if #stack == 1 then
    log.tell("access an element is closed that was never opened")
    return
  end
  local was = stack[#stack]
  if was == 0 then set(values[#stack]) end
  stack[#stack] = nil
  if was ~= 0 then resume() end
end

-- Whether an element is another or stands in it.
function M.is_within(element, other)
  while element ~= 0 do
    if element == other then return true end
    element = M.parent[element]
  end
  return false
end

-- Elements left open at the end of the book.
function M.depth() return #stack - 1 end

return M

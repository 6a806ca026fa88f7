-- Links: an annotation for every line that a link stands on, each with its own place in the parent tree
-- (PDF 1.7 §14.7.4.4). The engine goes on with a link on the next line by itself, but under one and the same number;
-- so a link is closed here where its line ends, and opened anew, with another number, where it goes on.
local M = {}
local elements = require("handpress-elements")

local direct = node.direct
local get_field, set_field, get_attribute = direct.getfield, direct.setfield, direct.get_attribute
local copy, new, traverse, get_list = direct.copy, direct.new, direct.traverse, direct.getlist
local WHATSIT, GLYPH, HLIST = node.id("whatsit"), node.id("glyph"), node.id("hlist")
local END_LINK = node.subtype("pdf_end_link")

-- By element: the annotations of a link, object and page of each in turn.
M.annotations = {}

local current -- the link that is open: its node before it was numbered, and its element
local waiting -- the link that its line's end has cut

local function number(n, element, parents, page)
  local object = get_field(n, "objnum")
  set_field(n, "link_attr", (get_field(n, "link_attr") or "") .. "/StructParent " .. #parents)
  parents[#parents + 1] = element
  local list = M.annotations[element] or {}
  M.annotations[element] = list
  list[#list + 1] = object
  list[#list + 1] = page
end

function M.start(n, segment, parents, page, level)
  local element = segment and segment > 0 and elements.segment_element[segment]
  current = { node = copy(n), element = element, level = level }
  waiting = nil
  if element then number(n, element, parents, page) end
end

function M.stop() current = nil end

-- Whether a line's first text is a link's.
local function begins_with(head, element)
  for n, id in traverse(head) do
    local value
    if id == GLYPH then
      value = get_attribute(n, elements.attribute)
    elseif id == HLIST and get_list(n) then
      local inner = begins_with(get_list(n), element)
      if inner ~= nil then return inner end
    end
    if value and value > 0 then return elements.is_within(elements.segment_element[value], element) end
  end
  return nil
end

-- Goes on with a link at the head of a line.
function M.resume(head, parents, page, level)
  if not waiting or waiting.level ~= level or not waiting.element or not begins_with(head, waiting.element) then return head end
  local n = copy(waiting.node)
  set_field(n, "objnum", pdf.reserveobj())
  number(n, waiting.element, parents, page)
  current, waiting = waiting, nil
  return (direct.insert_before(head, head, n))
end

-- Closes a link that is open at the end of a line.
function M.suspend(head, level)
  if not current or current.level ~= level then return head end
  waiting, current = current, nil
  return (direct.insert_after(head, direct.tail(head), new(WHATSIT, END_LINK)))
end

return M

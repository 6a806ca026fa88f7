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
local waiting = {} -- links that the ends of their lines have cut; several, where notes go on on the next page
local strays = {} -- ends of links that were cut and had nothing more to show

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
  if element then number(n, element, parents, page) end
end

function M.stop(n)
  if not current then strays[#strays + 1] = n end
  current = nil
end

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
  for index = #waiting, 1, -1 do
    local link = waiting[index]
    if link.level == level and link.element and begins_with(head, link.element) then
      local n = copy(link.node)
      set_field(n, "objnum", pdf.reserveobj())
      number(n, link.element, parents, page)
      current = table.remove(waiting, index)
      return (direct.insert_before(head, head, n))
    end
  end
  return head
end

-- Takes the ends out of a line that end nothing, with what waited for them.
local function without_strays(head)
  for index, n in ipairs(strays) do
    local element = elements.segment_element[get_attribute(n, elements.attribute) or 0]
    for position = #waiting, 1, -1 do
      if element == waiting[position].element then table.remove(waiting, position) end
    end
    head = direct.remove(head, n)
    direct.free(n)
    strays[index] = nil
  end
  return head
end

-- Closes a link that is open at the end of a line.
function M.suspend(head, level)
  if strays[1] then head = without_strays(head) end
  if not current or current.level ~= level then return head end
  waiting[#waiting + 1], current = current, nil
  return (direct.insert_after(head, direct.tail(head), new(WHATSIT, END_LINK)))
end

return M

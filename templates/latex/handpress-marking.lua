-- Marks what is painted on a page: in the moment before a page is shipped, its nodes are walked once, and wherever
-- the segment changes, the mark is changed (PDF 1.7 §14.6). What belongs to no element is an artifact (§14.8.2.2).
local M = {}
local elements = require("handpress-elements")
local glyphs = require("handpress-glyphs")
local links = require("handpress-links")
local spaces = require("handpress-spaces")
local text = require("handpress-text")

local direct = node.direct
local get_attribute, get_id, get_prev = direct.get_attribute, direct.getid, direct.getprev
local get_list, set_list, get_field, set_field = direct.getlist, direct.setlist, direct.getfield, direct.setfield
local insert_before, new, traverse, get_whd = direct.insert_before, direct.new, direct.traverse, direct.getwhd
local get_subtype, tail = direct.getsubtype, direct.tail
local get_font, set_attribute, has_pictures = direct.getfont, direct.set_attribute, glyphs.has_pictures

local GLYPH, HLIST, VLIST, RULE = node.id("glyph"), node.id("hlist"), node.id("vlist"), node.id("rule")
local GLUE, DISC, WHATSIT = node.id("glue"), node.id("disc"), node.id("whatsit")
local LITERAL, LATE_LUA = node.subtype("pdf_literal"), node.subtype("late_lua")
local START_LINK, END_LINK = node.subtype("pdf_start_link"), node.subtype("pdf_end_link")
local LEADERS, IMAGE = 100, 2
local RIGHT_SKIP, SPACE, EXTENDED_SPACE, LAST_SKIP = 9, 13, 14, 15

local attribute = elements.attribute
local segment_element, segment_marks, tag = elements.segment_element, elements.segment_marks, elements.tag
-- Set by the class on what is a copy: a table's head on its next page.
local repetition = luatexbase.attributes["hp@repeatattr"]

-- By the number in the parent tree: the elements of a page by its identifiers, or of a link's annotation.
M.parents = {}

local page, marks -- the page that is walked: its number, its elements by identifier
local open -- the attribute's value that is marked now; false when no mark is open

local CLOSED = false

local function literal(data)
  local whatsit = new(WHATSIT, LITERAL)
  set_field(whatsit, "mode", 1) -- outside of text objects, whose ends a mark must not cross
  set_field(whatsit, "data", data)
  return whatsit
end

local function begin(segment)
  local element, identifier = segment_element[segment], #marks
  marks[identifier + 1] = element
  local list = segment_marks[segment]
  if not list then
    list = {}
    segment_marks[segment] = list
  end
  list[#list + 1] = page
  list[#list + 1] = identifier
  return "/" .. tag[element] .. "<</MCID " .. identifier .. ">>BDC"
end

-- The words that open a mark. What is silent is replaced by nothing where text is copied (PDF 1.7 §14.9.4).
local function opening(value)
  if value > 0 then return begin(value) end
  return value == elements.silent and "/Artifact BMC /Span<</ActualText()>>BDC" or "/Artifact BMC"
end

local function closing() return open == elements.silent and "EMC EMC" or "EMC" end

-- Changes the mark before a node that is painted.
local function switch(head, n, value, is_text)
  if value == elements.stray and is_text then M.strays = (M.strays or 0) + 1 end
  if not value or value == elements.stray or (repetition and get_attribute(n, repetition) == 1) then value = 0 end
  if value == open then return head end
  local data = open == CLOSED and "" or closing() .. " "
  open = value
  return (insert_before(head, n, literal(data .. opening(value))))
end

local function close(head, n)
  if open == CLOSED then return head end
  local data = closing()
  open = CLOSED
  return (insert_before(head, n, literal(data)))
end

-- Where a picture stands is known only when it is written: asks for its place then, for the element's BBox.
local function note_place(head, n, value)
  local element = value and value > 0 and segment_element[value]
  if not element or elements.box[element] then return head end
  local width, height, depth = get_whd(n)
  local whatsit = new(WHATSIT, LATE_LUA)
  set_field(whatsit, "data", function()
    local x, y = pdf.getpos()
    elements.box[element] = { x, y - depth, x + width, y + height }
  end)
  return (insert_before(head, n, whatsit))
end

local running = -1073741824 -- a rule's size that is its box's

local function is_visible(rule)
  local width, height, depth = get_whd(rule)
  if get_subtype(rule) == 3 or width == 0 then return false end
  return width == running or height == running or depth == running or height + depth ~= 0
end

-- What is neither text nor box.
local function whatsit(head, n, subtype, level)
  if subtype == LITERAL then
    local data = get_field(n, "data") or ""
    if data:find("BMC", 1, true) then return close(head, n) end
    return switch(head, n, get_attribute(n, attribute))
  elseif subtype == START_LINK then
    links.start(n, get_attribute(n, attribute), M.parents, page, level)
  elseif subtype == END_LINK then
    links.stop(n)
  end
  return head
end

-- The last character; nil when a gap or something else came since then.
local character_before
local text_font = 0 -- of the last character that was no picture

-- A gap between words, or the end of a line that does not cut a word.
local function gap(head, n, subtype)
  if subtype >= LEADERS then return switch(head, n, get_attribute(n, attribute)) end
  if not character_before or not open or open <= 0 then return head end
  if subtype == SPACE or subtype == EXTENDED_SPACE or subtype == RIGHT_SKIP or subtype == LAST_SKIP then
    head = spaces.insert(head, n, character_before)
    character_before = nil
  end
  return head
end

-- Whether the font's loader has said already what the glyph behind a node stands for, as it does of its second use.
local function is_told(n)
  return n and get_id(n) == WHATSIT and get_subtype(n) == LITERAL
    and (get_field(n, "data") or ""):find("/Span<</ActualText", 1, true)
end

-- A glyph that is a picture is copied as what it stands for (PDF 1.7 §14.9.4). Nodes around it carry its attribute, so
-- that the mark stays as it is.
local function picture(head, n, value)
  local function before(added)
    set_attribute(added, attribute, value or 0)
    head = insert_before(head, n, added)
  end
  local is_ours = not is_told(get_prev(n))
  if is_ours then before(literal("/Span<</ActualText" .. text(glyphs.text(n)) .. ">>BDC")) end
  local space, kern = spaces.anchor(text_font)
  if space then
    before(space)
    before(kern)
  end
  if is_ours then
    local after = literal("EMC")
    set_attribute(after, attribute, value or 0)
    direct.insert_after(head, n, after)
  end
  return head
end

local walk, walk_nodes

local others = {
  [HLIST] = function(head, n, _, level)
    walk(n, true, level + 1)
    return head
  end,
  [VLIST] = function(head, n, _, level)
    walk(n, false, level + 1)
    return head
  end,
  [RULE] = function(head, n, subtype)
    if not is_visible(n) then return head end
    local value = get_attribute(n, attribute)
    head = switch(head, n, value)
    return subtype == IMAGE and note_place(head, n, value) or head
  end,
  [GLUE] = gap,
  -- What stands where a word could have been cut, or behind where it has been.
  [DISC] = function(head, n, _, level)
    local replace = get_field(n, "replace")
    if replace then set_field(n, "replace", walk_nodes(replace, replace, level)) end
    return head
  end,
  [WHATSIT] = whatsit,
}

-- Walks the nodes from one on, in the order in which they are written; gives the new head of their list.
function walk_nodes(head, first, level)
  for n, id, subtype in traverse(first) do
    if id == GLYPH then
      local value = get_attribute(n, attribute)
      if value ~= open then head = switch(head, n, value, true) end
      glyphs.check(n, value)
      local number = get_font(n)
      if has_pictures[number] then
        head = picture(head, n, value)
      else
        text_font = number
      end
      character_before = n
    else
      local other = others[id]
      if other then head = other(head, n, subtype, level) end
    end
  end
  return head
end

-- Walks a box. Lines of a paragraph are among the horizontal ones.
function walk(box, is_horizontal, level)
  local first = get_list(box)
  if not first then return end
  local head = is_horizontal and links.resume(first, M.parents, page, level) or first
  head = walk_nodes(head, first, level)
  set_list(box, is_horizontal and links.suspend(head, level) or head)
end

-- Marks a page.
function M.mark(box)
  box = direct.todirect(box)
  page, marks, open = status.total_pages + 1, {}, CLOSED
  local number = #M.parents + 1
  M.parents[number] = marks
  character_before = nil
  walk(box, get_id(box) == HLIST, 0)
  if open ~= CLOSED then
    local head = get_list(box)
    set_list(box, (direct.insert_after(head, tail(head), literal(closing()))))
  end
  pdf.setpageattributes("/Tabs/S/StructParents " .. number - 1)
end

return M

-- Handpress: grounds of boxes, strings of the PDF, marks on repeated heads.
--
-- A ground is the coloured area behind a block. Its block is set straight into the page, in no box of its own, so
-- that it breaks over pages like any text and may hold tables and footnotes. Two marks stand in the vertical list,
-- one before and one behind the block; when a page is made, the ground is drawn from mark to mark.

handpress = handpress or {}
local handpress = handpress

local whatsit = node.id("whatsit")
local user_defined = node.subtype("user_defined")
local pdf_literal = node.subtype("pdf_literal")
local hlist, vlist, rule = node.id("hlist"), node.id("vlist"), node.id("rule")
local glue, kern = node.id("glue"), node.id("kern")

local mark_id = 0x4850 -- "HP"
local page_end = -1
local bp = 65781.76 -- scaled points in a PDF unit

local styles = {}
local grounds = {}
local open_grounds = {} -- those that go on on the next page

-- Colours are strings of three numbers from 0 to 1; `bar` is the width of the left bar in scaled points.
function handpress.style(name, fill, border, bar, barcolor)
  styles[name] = { fill = fill, border = border, bar = bar, barcolor = barcolor }
end

local function mark(value)
  local n = node.new(whatsit, user_defined)
  n.user_id, n.type, n.value = mark_id, 100, value
  return n
end

-- left and width in scaled points, from the left edge of the column; `side` is 1 for a bar on the right.
function handpress.open(style, left, width, side)
  grounds[#grounds + 1] = { style = styles[style], left = left, width = width, side = side }
  node.write(mark(#grounds))
end

-- The innermost open ground ends here.
function handpress.close() node.write(mark(0)) end

local function number(x) return string.format("%.3f", x / bp) end

local function drawing(ground, top, height)
  local style = ground.style
  local x, y = number(ground.left), number(top - height)
  local w, h = number(ground.width), number(height)
  local parts = { "/Artifact BMC q" }
  if style.fill ~= "" then parts[#parts + 1] = style.fill .. " rg " .. x .. " " .. y .. " " .. w .. " " .. h .. " re f" end
  if style.border ~= "" then
    parts[#parts + 1] = style.border .. " RG .4 w " .. x .. " " .. y .. " " .. w .. " " .. h .. " re S"
  end
  if style.bar > 0 then
    if ground.side == 1 then x = number(ground.left + ground.width - style.bar) end
    parts[#parts + 1] = style.barcolor .. " rg " .. x .. " " .. y .. " " .. number(style.bar) .. " " .. h .. " re f"
  end
  parts[#parts + 1] = "Q EMC"
  return table.concat(parts, " ")
end

local function literal()
  local n = node.new(whatsit, pdf_literal)
  n.mode = 0 -- from the current point
  return n
end

local overhang = 4 * 65536 -- what a ground broken by a page sticks out of it

-- Draws the grounds of a page, given the number of the box that holds its column.
function handpress.draw(number_of_box)
  local box = tex.box[number_of_box]
  if not box or not box.list then return end
  local going_on = {}
  local head = box.list
  for _, ground in ipairs(open_grounds) do
    local n = literal()
    going_on[#going_on + 1] = { ground = ground, node = n, top = 0, start = -overhang }
  end
  open_grounds = {}
  local stack = {}
  for _, entry in ipairs(going_on) do stack[#stack + 1] = entry end
  local y = 0
  local last_ink = 0
  local n = head
  local finished = false
  while n do
    local id = n.id
    if id == hlist or id == vlist then
      y = y + n.height + n.depth
      last_ink = y
    elseif id == rule then
      y = y + n.height + n.depth
      last_ink = y
    elseif id == glue then
      y = y + node.effective_glue(n, box)
    elseif id == kern then
      y = y + n.kern
    elseif id == whatsit and n.subtype == user_defined and n.user_id == mark_id then
      local value = n.value
      if value == page_end then
        finished = true
        for _, entry in ipairs(stack) do
          local bottom = last_ink + overhang
          entry.node.data = drawing(entry.ground, -(entry.start - entry.top), bottom - entry.start)
          open_grounds[#open_grounds + 1] = entry.ground
        end
        stack = {}
      elseif value == 0 then
        local entry = table.remove(stack)
        if entry then entry.node.data = drawing(entry.ground, -(entry.start - entry.top), y - entry.start) end
      else
        local ground = grounds[value]
        local entry = { ground = ground, node = literal(), top = y, start = y }
        head = node.insert_after(head, n, entry.node)
        stack[#stack + 1] = entry
        n = entry.node
      end
    end
    n = n.next
  end
  if not finished then
    for _, entry in ipairs(stack) do
      entry.node.data = drawing(entry.ground, -(entry.start - entry.top), last_ink + overhang - entry.start)
      open_grounds[#open_grounds + 1] = entry.ground
    end
  end
  for index = #going_on, 1, -1 do
    local entry = going_on[index]
    head = node.insert_before(head, head, entry.node)
  end
  box.list = head
end

-- Puts the mark of the end of a page behind its last line, before footnotes and floats are added.
function handpress.finish(number_of_box)
  local box = tex.box[number_of_box]
  if not box or not box.list then return end
  local tail = node.tail(box.list)
  box.list = node.insert_after(box.list, tail, mark(page_end))
end

-- Marks all of a box as a repetition, which tagging takes for decoration.
function handpress.repeated(number_of_box)
  local attribute = luatexbase.attributes["hp@repeatattr"]
  local function visit(list)
    for n in node.traverse(list) do
      node.set_attribute(n, attribute, 1)
      if (n.id == hlist or n.id == vlist) and n.list then visit(n.list) end
    end
  end
  local box = tex.box[number_of_box]
  if box then visit(box) end
end

-- Begins or ends a run of text in one direction: `+TRT` … `-TRT` from right to left, `+TLT` … `-TLT` from left to right.
function handpress.run(direction)
  local n = node.new("dir")
  n.dir = direction
  node.write(n)
end

-- Whether every line of a box is as wide as what stands in it.
function handpress.fits(number_of_box)
  for line in node.traverse_id(hlist, tex.box[number_of_box].list) do
    local width = node.dimensions(line.list)
    if width > line.width + 32768 then return false end
  end
  return true
end

-- A text string of the PDF (ISO 32000-1 §7.9.2.2) from UTF-8, with its angle brackets.
function handpress.pdfstring(text)
  local units = {}
  for _, code in utf8.codes(text) do
    if code < 0x10000 then
      units[#units + 1] = string.format("%04X", code)
    else
      code = code - 0x10000
      units[#units + 1] = string.format("%04X%04X", 0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF))
    end
  end
  return "<FEFF" .. table.concat(units) .. ">"
end

-- The same as the inside of a string in parentheses, for primitives that write the parentheses themselves.
function handpress.pdfescaped(text)
  local bytes = { "\\376\\377" }
  local hex = handpress.pdfstring(text):sub(6, -2)
  for pair in hex:gmatch("%x%x") do bytes[#bytes + 1] = string.format("\\%03o", tonumber(pair, 16)) end
  return table.concat(bytes)
end

return handpress

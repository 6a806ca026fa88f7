-- Writes the structure tree, once, after the last page (PDF 1.7 §14.7).
local M = {}
local elements = require("handpress-elements")
local links = require("handpress-links")
local marking = require("handpress-marking")
local text = require("handpress-text")

local tag, parent, kids = elements.tag, elements.parent, elements.kids
local concat, format = table.concat, string.format

-- Kept though they are empty: a table without them has another shape.
local kept = { TD = true, TH = true, TR = true }

local object = {} -- by element: its object's number; nil for what is left out

-- Reserves objects for elements that have content, children before their parents.
local function reserve(element)
  local is_alive = kept[tag[element]] or links.annotations[element] ~= nil
  for _, kid in ipairs(kids[element]) do
    if kid > 0 then
      if reserve(kid) then is_alive = true end
    elseif elements.segment_marks[-kid] then
      is_alive = true
    end
  end
  if is_alive then object[element] = pdf.reserveobj() end
  return is_alive
end

-- The kids of an element (§14.7.2): elements, identifiers on its own page, and references to marks on other pages.
local function kid_array(element)
  local items, own_page = {}, nil
  local function mark(page, identifier)
    own_page = own_page or page
    items[#items + 1] = page == own_page and tostring(identifier)
      or format("<</Type/MCR/Pg %d 0 R/MCID %d>>", pdf.getpageref(page), identifier)
  end
  for _, kid in ipairs(kids[element]) do
    if kid > 0 then
      if object[kid] then items[#items + 1] = object[kid] .. " 0 R" end
    else
      local marks = elements.segment_marks[-kid] or {}
      for i = 1, #marks, 2 do mark(marks[i], marks[i + 1]) end
    end
  end
  local annotations = links.annotations[element] or {}
  for i = 1, #annotations, 2 do
    items[#items + 1] = format("<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>", annotations[i], pdf.getpageref(annotations[i + 1]))
  end
  return concat(items, " "), own_page
end

local bp = 65781.76 -- scaled points in a unit of PDF

local attributes = {
  TH = function() return "/A<</O/Table/Scope/Column>>" end,
  Figure = function(element)
    local box = elements.box[element]
    if not box then return "" end
    return format(
      "/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>", box[1] / bp, box[2] / bp, box[3] / bp, box[4] / bp)
  end,
  Note = function(element) return "/ID(note." .. element .. ")" end,
}

local function write(element, root)
  local above = parent[element]
  local array, page = kid_array(element)
  local special = attributes[tag[element]]
  pdf.immediateobj(object[element], concat({
    "<</Type/StructElem/S/", tag[element], "/P ", above == 0 and root or object[above], " 0 R",
    page and format("/Pg %d 0 R", pdf.getpageref(page)) or "",
    elements.alt[element] and "/Alt" .. text(elements.alt[element]) or "",
    special and special(element) or "",
    "/K[", array, "]>>",
  }))
end

-- From marks back to elements (§14.7.4.4): an array for a page, an element for an annotation.
local function parent_tree()
  local items = {}
  for number, owner in ipairs(marking.parents) do
    if type(owner) == "table" then
      local references = {}
      for i, element in ipairs(owner) do references[i] = object[element] .. " 0 R" end
      owner = pdf.immediateobj("[" .. concat(references, " ") .. "]")
    else
      owner = object[owner]
    end
    items[number] = format("%d %d 0 R", number - 1, owner)
  end
  return pdf.immediateobj("<</Nums[" .. concat(items, " ") .. "]>>")
end

-- The elements that have an /ID, by it (§14.7.2, table 322): names in byte order.
local function id_tree()
  local names = {}
  for element, name in ipairs(tag) do
    if name == "Note" and object[element] then
      names[#names + 1] = { "note." .. element, object[element] }
    end
  end
  if #names == 0 then return "" end
  table.sort(names, function(a, b) return a[1] < b[1] end)
  local items = {}
  for i, pair in ipairs(names) do items[i] = format("(%s) %d 0 R", pair[1], pair[2]) end
  local limits = format("/Limits[(%s)(%s)]", names[1][1], names[#names][1])
  local leaf = pdf.immediateobj("<</Names[" .. concat(items, " ") .. "]" .. limits .. ">>")
  return format("/IDTree<</Kids[%d 0 R]>>", leaf)
end

-- Writes all and gives what the catalog has to say of it.
function M.write()
  if not reserve(1) then return "" end
  local root = pdf.reserveobj()
  for element = 1, #tag do
    if object[element] then write(element, root) end
  end
  pdf.immediateobj(root, format(
    "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d%s>>", object[1], parent_tree(),
    #marking.parents, id_tree()))
  return format("/StructTreeRoot %d 0 R/MarkInfo<</Marked true>>", root)
end

-- Whether an element is in the tree.
function M.has(element) return object[element] ~= nil end

return M

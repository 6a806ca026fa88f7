-- Whether the PDF keeps the rules of PDF/UA-1 (ISO 14289-1) that can be checked where it is made. It says that it
-- does only when nothing is found here.
local M = {}
local elements = require("handpress-elements")
local marking = require("handpress-marking")
local metadata = require("handpress-metadata")
local structure = require("handpress-structure")

local tag, parent = elements.tag, elements.parent

-- Where elements may stand (PDF 1.7 §14.8.4.3); what is not here may stand anywhere.
local homes = {
  LI = { L = true }, Lbl = { LI = true, Note = true, TOCI = true, Caption = true },
  LBody = { LI = true }, TR = { Table = true, THead = true, TBody = true }, TH = { TR = true }, TD = { TR = true },
  THead = { Table = true }, TBody = { Table = true }, TOCI = { TOC = true },
}

local function place(element) return (elements.file[element] or "?") .. ":" .. (elements.line[element] or 0) end

local function look_at(element, gaps)
  local name = tag[element]
  if (name == "Figure" or name == "Formula") and (elements.alt[element] or "") == "" then
    gaps[#gaps + 1] = "a " .. name .. " has no alternative at " .. place(element)
  end
  if name == "Figure" and not elements.box[element] then
    gaps[#gaps + 1] = "a Figure has no place at " .. place(element)
  end
  if homes[name] and not homes[name][tag[parent[element]]] then
    gaps[#gaps + 1] = "a " .. name .. " stands in a " .. tag[parent[element]] .. " at " .. place(element)
  end
end

-- Headings go down by one level at a time (§7.4.2).
local function look_at_headings(gaps)
  local last = 0
  for element, name in ipairs(tag) do
    local level = structure.has(element) and tonumber(name:match("^H(%d)$"))
    if level then
      if level > last + 1 then
        gaps[#gaps + 1] = "a heading of level " .. level .. " follows one of level " .. last .. " at " .. place(element)
      end
      last = level
    end
  end
end

-- What hinders the claim, in the order of the book; empty when nothing does.
function M.gaps()
  local gaps = {}
  if metadata.title() == "" then gaps[#gaps + 1] = "it has no title" end
  if metadata.language() == "" then gaps[#gaps + 1] = "it has no language" end
  if elements.depth() > 0 then gaps[#gaps + 1] = elements.depth() .. " elements are not closed" end
  if marking.strays then gaps[#gaps + 1] = marking.strays .. " pieces of text stand outside of every paragraph" end
  for element = 2, #tag do
    if structure.has(element) then look_at(element, gaps) end
  end
  look_at_headings(gaps)
  return gaps
end

return M

-- Characters that are shown: those without a glyph are told with the place where they were written, those that are no
-- text in Unicode are counted.
local M = {}
local elements = require("handpress-elements")
local log = require("handpress-log")

local direct = node.direct
local get_char, get_font, get_property = direct.getchar, direct.getfont, direct.getproperty

-- By font: what has been looked at.
M.seen = setmetatable({}, {
  __index = function(all, font)
    local none = {}
    all[font] = none
    return none
  end,
})

-- How many characters had no glyph.
M.missing = 0
-- By the name of a font: how many of its characters are no text in Unicode, or private.
M.private, M.fonts_with_private = {}, {}

-- Whether what a character is copied as (hexadecimal UTF-16) is in no area for private use (PDF/A-2, §6.2.11.7.3).
local function is_text(unicode)
  if type(unicode) ~= "string" or unicode == "" then return false end
  for unit in unicode:gmatch("%x%x%x%x") do
    local value = tonumber(unit, 16)
    if value == 0 or value >= 0xE000 and value < 0xF900 or value >= 0xDB80 and value < 0xDC00 then return false end
  end
  return true
end

-- By font: whether its glyphs are pictures, as those of colour emoji are, which no way to Unicode leads from.
M.has_pictures = setmetatable({}, {
  __index = function(all, number)
    local used = font.getfont(number)
    all[number] = used and used.hb ~= nil and used.format == nil
    return all[number]
  end,
})

-- What a glyph that is a picture stands for, in UTF-8; the first of a cluster has the text of all.
function M.text(n)
  local properties = get_property(n)
  return properties and properties.glyph_info or ""
end

local function count_private(name)
  if not M.private[name] then M.fonts_with_private[#M.fonts_with_private + 1] = name end
  M.private[name] = (M.private[name] or 0) + 1
end

-- Line and file where the element of a segment was opened.
local function place(segment)
  local element = segment and segment > 0 and elements.segment_element[segment] or 1
  return string.format("%d %s", elements.line[element] or 0, elements.file[element] or "?")
end

local function tell(character, segment)
  M.missing = M.missing + 1
  log.tell(string.format("missing %X %s", character, place(segment)))
end

-- Looks at each character of a font once, but at one that is missing every time.
function M.check(n, segment)
  local number, character = get_font(n), get_char(n)
  local known = M.seen[number]
  if known[character] then return end
  local font = font.getfont(number)
  local glyph = font and font.characters and font.characters[character]
  if glyph then
    known[character] = true
    if not M.has_pictures[number] and not is_text(glyph.tounicode) then count_private(font.psname or font.name or "?") end
  else
    tell(character, segment)
  end
end

-- A character that a font of formulas has no glyph for leaves no node behind. TeX itself tells of it in the log, but not
-- where; so the log is told where formulas stand. What TeX says of characters in the text has been told above.
local last_place
luatexbase.add_to_callback("pre_mlist_to_hlist_filter", function()
  local here = place(tex.getattribute(elements.attribute))
  if here ~= last_place then log.tell("formula " .. here) end
  last_place = here
  return true
end, "handpress.glyphs")
luatexbase.add_to_callback("glyph_not_found", function() end, "handpress.glyphs")

return M

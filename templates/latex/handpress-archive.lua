-- Whether the PDF keeps the rules of PDF/A-2 on level A (ISO 19005-2) that can be checked where it is made. Colours,
-- pictures, links and metadata keep them by the way they are written; what depends on the book is looked at here.
local M = {}
local glyphs = require("handpress-glyphs")

-- Fonts are in the file, and right in it (§6.2.11.4, §6.2.11.5). LuaTeX 1.15 writes wrong widths for outlines of
-- PostScript that are drawn on another square than one of 1,000 units.
local function look_at(number, gaps, told)
  local used = font.getfont(number)
  if not used or not next(glyphs.seen[number]) then return end
  local name = used.psname or used.fullname or used.name or "?"
  if told[name] or glyphs.has_pictures[number] then return end
  told[name] = true
  if used.format == "opentype" and (used.units_per_em or 1000) ~= 1000 then
    gaps[#gaps + 1] = "the engine writes wrong widths for the font " .. name
  elseif used.format ~= "opentype" and used.format ~= "truetype" and used.type ~= "virtual" then
    gaps[#gaps + 1] = "the font " .. name .. " has no way to Unicode"
  end
end

-- What hinders the claim, in the order of the fonts.
function M.gaps(is_accessible)
  local gaps = {}
  if not is_accessible then gaps[1] = "its structure is not complete" end
  if glyphs.missing > 0 then gaps[#gaps + 1] = glyphs.missing .. " characters have no glyph" end
  local told = {}
  for number = 1, font.max() do look_at(number, gaps, told) end
  for _, name in ipairs(glyphs.fonts_with_private) do
    gaps[#gaps + 1] = glyphs.private[name] .. " characters of " .. name .. " are no text in Unicode"
  end
  return gaps
end

return M

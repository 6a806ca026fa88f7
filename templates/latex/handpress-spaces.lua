-- Spaces between words as characters: TeX only moves on, and what reads a PDF aloud or takes its text out would have
-- to guess from the gaps (PDF 1.7 §14.8.2.5). The gap is made smaller by what the character takes up, so nothing moves.
local M = {}
local glyphs = require("handpress-glyphs")

local direct = node.direct
local new, insert_before, set_char, set_font = direct.new, direct.insert_before, direct.setchar, direct.setfont
local get_field, set_field, get_font = direct.getfield, direct.setfield, direct.getfont
local GLYPH, KERN = node.id("glyph"), node.id("kern")

-- By font: the width of its space; false where it has none, or pictures only, which the engine cannot embed as a font.
local widths = setmetatable({}, {
  __index = function(all, number)
    local parameters = font.getfont(number) or font.fonts[number]
    local space = parameters and parameters.characters and parameters.characters[32]
    all[number] = space and not glyphs.has_pictures[number] and space.width or false
    return all[number]
  end,
})

-- Puts a space behind a character and before the gap that follows it, stretched as the character is: text of one
-- stretch is written in one go.
function M.insert(head, gap, character)
  local number = get_font(character)
  local width = widths[number]
  if not width then return head end
  local space, expansion = new(GLYPH), get_field(character, "expansion_factor")
  set_char(space, 32)
  set_font(space, number)
  if expansion ~= 0 then
    set_field(space, "expansion_factor", expansion)
    width = width + width * expansion // 1000000
  end
  set_field(gap, "width", get_field(gap, "width") - width)
  return (insert_before(head, gap, space))
end

-- A space that takes up nothing, of the font with a number, and the kern that takes back its width; nil where the font
-- has none. Readers that look for characters alone, such as poppler, give what a picture stands for only with it.
function M.anchor(number)
  local width = widths[number]
  if not width then return nil end
  local space, kern = new(GLYPH), new(KERN)
  set_char(space, 32)
  set_font(space, number)
  set_field(kern, "kern", -width)
  return space, kern
end

return M

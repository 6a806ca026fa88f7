-- Characters without a glyph, told with the place where they were written.
local M = {}
local elements = require("handpress-elements")
local log = require("handpress-log")

local direct = node.direct
local get_char, get_font = direct.getchar, direct.getfont

local seen = setmetatable({}, {
  __index = function(all, font)
    local none = {}
    all[font] = none
    return none
  end,
})

local function tell(character, segment)
  local element = segment and segment > 0 and elements.segment_element[segment] or 1
  log.tell(string.format("missing %X %d %s", character, elements.line[element] or 0, elements.file[element] or "?"))
end

-- Looks at each character of a font once, but at one that is missing every time.
function M.check(n, segment)
  local number, character = get_font(n), get_char(n)
  local known = seen[number]
  if known[character] then return end
  local font = font.getfont(number)
  if font and font.characters and font.characters[character] then
    known[character] = true
  else
    tell(character, segment)
  end
end

return M

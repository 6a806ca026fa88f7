-- Handpress: last lines of paragraphs.
--
-- The space at a paragraph's end may be stretched to most of a line and no further, so that TeX would rather break its
-- lines otherwise than leave a word alone on the last. That is of use for the breaks only: when they are made, the space
-- becomes an endless one, and the words of the last line stand as close as they should.

local hlist, glue, glyph, kern, disc = node.id("hlist"), node.id("glue"), node.id("glyph"), node.id("kern"), node.id("disc")
local parfillskip = 15 -- the subtype of the glue (LuaTeX manual, §8.2.7)
local endless = 2 -- the order of `fil`

-- Takes back what microtype has made of the letters of a line that was stretched.
local function unexpand(list)
  for n in node.traverse(list) do
    if n.id == glyph or n.id == kern then
      n.expansion_factor = 0
    elseif n.id == disc and n.replace then
      unexpand(n.replace)
    end
  end
end

local function loosen(line)
  if line.glue_order ~= 0 then return end
  for n in node.traverse_id(glue, line.list) do
    if n.subtype == parfillskip and n.stretch > 0 and n.stretch_order == 0 then
      unexpand(line.list)
      local room = line.width - node.dimensions(line.list)
      if room < 0 then return end
      n.stretch, n.stretch_order = 65536, endless
      line.glue_set, line.glue_sign, line.glue_order = room / 65536, 1, endless
      return
    end
  end
end

luatexbase.add_to_callback("post_linebreak_filter", function(head)
  local last = node.tail(head)
  while last and last.id ~= hlist do last = last.prev end
  if last and last.list then loosen(last) end
  return true
end, "handpress.paragraphs")

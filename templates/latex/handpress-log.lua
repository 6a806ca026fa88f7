-- Tells in the log, in lines that begin with @hp, what TeX itself would tell without saying in which file:
-- files as they open and close, and boxes that are too full. PDFBuilder reads these lines.
local M = {}

function M.tell(text)
  texio.write_nl("log", "@hp " .. text)
  texio.write_nl("log", "")
end

local function place(first, last)
  return first .. " " .. last .. " " .. (status.filename or "?")
end

-- Excess up to a point is nothing that one sees.
local visible = 65536

local function overfull(direction)
  return function(incident, detail, _, first, last)
    if incident == "overfull" and detail > visible then
      M.tell("overfull " .. direction .. " " .. detail .. " " .. place(first, last))
    end
  end
end

luatexbase.add_to_callback("hpack_quality", overfull("h"), "handpress.log")
luatexbase.add_to_callback("vpack_quality", overfull("v"), "handpress.log")

-- Category 1 is a file that TeX reads; others are fonts, maps and pictures.
luatexbase.add_to_callback("start_file", function(category, name)
  if category == 1 then M.tell("open " .. name) end
end, "handpress.log")
luatexbase.add_to_callback("stop_file", function(category)
  if category == 1 then M.tell("close") end
end, "handpress.log")

return M

-- The structure of the book in the PDF: the commands of the class, and what happens at pages and at the end.
local log = require("handpress-log")
local job = handpress_job
local elements = require("handpress-elements")
local marking = require("handpress-marking")
local structure = require("handpress-structure")
local access = require("handpress-access")
local archive = require("handpress-archive")
local intent = require("handpress-intent")
local metadata = require("handpress-metadata")
local text = require("handpress-text")

-- A command that the engine runs where it stands, and that no \edef and no \write expands.
local function command(name, body)
  local number = luatexbase.new_luafunction(name)
  lua.get_functions_table()[number] = body
  token.set_lua(name, number, "global", "protected")
end

if job.tagged then
  command("hptag", function() elements.open(token.scan_argument()) end)
  command("hptag@openalt", function() elements.open(token.scan_argument(), token.get_macro("hptag@alt")) end)
  command("hpendtag", function() elements.close() end)
  command("hptag@off", function() tex.setattribute(elements.attribute, elements.artifact) end)
  luatexbase.add_to_callback("pre_shipout_filter", function(box)
    marking.mark(box)
    return true
  end, "handpress.marking")
end

-- For \hplinkattr: what an annotation says of itself, and that it is printed (PDF/UA-1 §7.18.1, §7.18.5).
-- The special characters in a plain string of the class are commands still.
local names = { hptilde = "~", hphat = "^", hpbackslash = "\\" }

function handpress_link(contents)
  contents = contents:gsub("\\(hp%a+) ?", names):gsub("\\([#$%%&_{}])", "%1")
  tex.sprint(-2, "/F 4/Contents" .. text(contents))
end

-- Tells what hinders a claim; gives whether nothing does.
local function judge(standard, gaps)
  for _, gap in ipairs(gaps) do log.tell(standard .. " " .. gap) end
  if #gaps == 0 then log.tell(standard .. " claimed") end
  return #gaps == 0
end

luatexbase.add_to_callback("finish_pdffile", function()
  local catalog = job.tagged and structure.write() or ""
  local claims = { access = judge("access", job.tagged and access.gaps() or { "it is not tagged" }) }
  claims.archive = judge("archive", archive.gaps(claims.access))
  pdf.setcatalog((pdf.getcatalog() or "") .. catalog .. intent.write() .. metadata.write(job.date, claims))
end, "handpress.structure")

pdf.settrailerid(string.format("[<%s> <%s>]", job.identifier, job.identifier))

-- What the PDF says about itself: the same in its Info dictionary and in XMP (ISO 16684-1, PDF/UA-1 §7.1).
local M = {}
local structure = require("handpress-structure")

local function meta(name) return token.get_macro("hp@meta@" .. name) or "" end

function M.title() return meta("title") end
function M.language() return meta("language") end

local entities = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;" }

local function escape(text) return (text:gsub("[&<>]", entities)) end

local function alternative(name, text)
  if text == "" then return "" end
  return "<" .. name .. '><rdf:Alt><rdf:li xml:lang="x-default">' .. escape(text) .. "</rdf:li></rdf:Alt></" .. name .. ">"
end

local function list(name, kind, text)
  if text == "" then return "" end
  return string.format("<%s><rdf:%s><rdf:li>%s</rdf:li></rdf:%s></%s>", name, kind, escape(text), kind, name)
end

local producer = "LuaTeX " .. status.luatex_version // 100 .. "." .. status.luatex_version % 100
local creator = "Handpress"

local function packet(date, claims)
  local moment = os.date("!%Y-%m-%dT%H:%M:%SZ", date)
  return table.concat({
    '<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    "<dc:format>application/pdf</dc:format>",
    alternative("dc:title", M.title()), list("dc:creator", "Seq", meta("author")),
    alternative("dc:description", meta("subject")), list("dc:language", "Bag", M.language()),
    "<xmp:CreatorTool>", creator, "</xmp:CreatorTool><xmp:CreateDate>", moment, "</xmp:CreateDate>",
    "<xmp:ModifyDate>", moment, "</xmp:ModifyDate><pdf:Producer>", producer, "</pdf:Producer>",
    meta("keywords") == "" and "" or "<pdf:Keywords>" .. escape(meta("keywords")) .. "</pdf:Keywords>",
    claims and "<pdfuaid:part>1</pdfuaid:part>" or "",
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  }, "")
end

-- Writes it and gives what the catalog has to say of it.
function M.write(date, claims)
  local moment = os.date("!D:%Y%m%d%H%M%SZ", date)
  pdf.setinfo(string.format(
    "/Creator(%s)/Producer(%s)/CreationDate(%s)/ModDate(%s)", creator, producer, moment, moment))
  local stream = pdf.obj({
    type = "stream", string = packet(date, claims), attr = "/Type/Metadata/Subtype/XML", compresslevel = 0,
    immediate = true,
  })
  local language = M.language() == "" and "" or "/Lang" .. structure.text(M.language())
  return string.format("/Metadata %d 0 R%s/ViewerPreferences<</DisplayDocTitle true>>", stream, language)
end

return M

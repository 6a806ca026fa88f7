-- What the PDF says about itself: the same in its Info dictionary and in XMP (ISO 16684-1, PDF/UA-1 §7.1).
local M = {}
local text = require("handpress-text")

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

-- PDF/A wants every schema described that is not its own (ISO 19005-2 §6.6.2.3).
local described = table.concat({
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>",
  "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
  "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>",
  "<pdfaProperty:category>internal</pdfaProperty:category>",
  "<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>",
  "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>",
})

local function claim(claims)
  return (claims.access and "<pdfuaid:part>1</pdfuaid:part>" or "")
    .. (claims.archive and "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" or "")
end

local function packet(date, claims)
  local moment = os.date("!%Y-%m-%dT%H:%M:%SZ", date)
  return table.concat({
    '<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
    ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
    "<dc:format>application/pdf</dc:format>",
    alternative("dc:title", M.title()), list("dc:creator", "Seq", meta("author")),
    alternative("dc:description", meta("subject")), list("dc:language", "Bag", M.language()),
    "<xmp:CreatorTool>", creator, "</xmp:CreatorTool><xmp:CreateDate>", moment, "</xmp:CreateDate>",
    "<xmp:ModifyDate>", moment, "</xmp:ModifyDate><pdf:Producer>", producer, "</pdf:Producer>",
    meta("keywords") == "" and "" or "<pdf:Keywords>" .. escape(meta("keywords")) .. "</pdf:Keywords>",
    claim(claims), "</rdf:Description>", claims.access and described or "",
    '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  }, "")
end

-- Writes it and gives what the catalog has to say of it; `claims` are the standards kept: `access`, `archive`.
function M.write(date, claims)
  local moment = os.date("!D:%Y%m%d%H%M%SZ", date)
  pdf.setinfo(string.format(
    "/Creator(%s)/Producer(%s)/CreationDate(%s)/ModDate(%s)", creator, producer, moment, moment))
  local stream = pdf.obj({
    type = "stream", string = packet(date, claims), attr = "/Type/Metadata/Subtype/XML", compresslevel = 0,
    immediate = true,
  })
  local language = M.language() == "" and "" or "/Lang" .. text(M.language())
  return string.format("/Metadata %d 0 R%s/ViewerPreferences<</DisplayDocTitle true%s>>", stream, language,
    handpress and handpress.mirrored and "/Direction/R2L" or "")
end

return M

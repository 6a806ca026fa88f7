-- The colours that the numbers in the PDF stand for: sRGB, as an output intent (PDF 1.7 §14.11.5, ISO 19005-2 §6.2.3)
-- with a profile made here: version 2.1 of ICC's format (ICC.1:1998-09, ICC.1:2001-04), three primaries and a curve.
local M = {}

local pack = string.pack

-- A number as ICC's s15Fixed16Number.
local function fixed(x) return pack(">i4", math.floor(x * 65536 + 0.5)) end

local function xyz(x, y, z) return "XYZ \0\0\0\0" .. fixed(x) .. fixed(y) .. fixed(z) end

-- Sampled from the formula of IEC 61966-2-1.
local function curve()
  local steps = {}
  for i = 0, 1023 do
    local x = i / 1023
    local y = x <= 0.04045 and x / 12.92 or ((x + 0.055) / 1.055) ^ 2.4
    steps[#steps + 1] = pack(">I2", math.floor(y * 65535 + 0.5))
  end
  return "curv\0\0\0\0" .. pack(">I4", #steps) .. table.concat(steps)
end

-- ICC.1:2001 §6.5.17: the name in ASCII; none in Unicode (language and count), none for Macintosh (script, count and
-- 67 bytes).
local function description(text)
  return "desc\0\0\0\0" .. pack(">I4", #text + 1) .. text .. "\0" .. pack(">I4I4I2B", 0, 0, 0, 0) .. ("\0"):rep(67)
end

-- The primaries of sRGB as seen under D50, the light of the profile connection space (Bradford's adaptation).
local white = { 0.9642, 1, 0.8249 }
local tags = {
  { "desc", description("sRGB IEC61966-2.1") },
  { "cprt", "text\0\0\0\0No copyright, use freely\0" },
  { "wtpt", xyz(table.unpack(white)) },
  { "rXYZ", xyz(0.43607, 0.22249, 0.01392) },
  { "gXYZ", xyz(0.38515, 0.71687, 0.09708) },
  { "bXYZ", xyz(0.14307, 0.06061, 0.71410) },
  { "rTRC", curve() }, { "gTRC" }, { "bTRC" }, -- one curve for all
}

local function profile()
  local table_size = 4 + 12 * #tags
  local entries, data, offset, last, size = {}, {}, 128 + table_size, 0, 0
  for i, tag in ipairs(tags) do
    if tag[2] then
      last, size = offset, #tag[2]
      data[#data + 1] = tag[2] .. ("\0"):rep(-size % 4)
      offset = offset + #data[#data]
    end
    entries[i] = tag[1] .. pack(">I4I4", last, size)
  end
  local header = pack(">I4", offset) .. "\0\0\0\0" .. pack(">I4", 0x02100000) .. "mntrRGB XYZ "
    .. pack(">I2I2I2I2I2I2", 2026, 1, 1, 0, 0, 0) .. "acsp" .. ("\0"):rep(24) .. pack(">I4", 0)
    .. fixed(white[1]) .. fixed(white[2]) .. fixed(white[3])
  header = header .. ("\0"):rep(128 - #header)
  return header .. pack(">I4", #tags) .. table.concat(entries) .. table.concat(data)
end

-- Writes it and gives what the catalog has to say of it.
function M.write()
  local stream = pdf.obj({ type = "stream", string = profile(), attr = "/N 3/Alternate/DeviceRGB", immediate = true })
  return string.format(
    "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
      .. "/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]", stream)
end

return M

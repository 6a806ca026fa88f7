-- A text as a string of PDF, in UTF-16 with its mark (PDF 1.7 §7.9.2.2).
return function(text)
  local digits = { "<FEFF" }
  for _, code in utf8.codes(text) do
    if code > 0xFFFF then
      code = code - 0x10000
      digits[#digits + 1] = string.format("%04X%04X", 0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF))
    else
      digits[#digits + 1] = string.format("%04X", code)
    end
  end
  return table.concat(digits) .. ">"
end

-- The structure of the book in the PDF.
local M = {}
local log = require("handpress-log")
local job = require("handpress-job")
return M

#include "CTemplates.h"

static const unsigned char epub_book_css[] = {
#embed "../../../templates/epub/book.css"
};

const HandpressTemplate handpress_templates[] = {
  {"epub/book.css", epub_book_css, sizeof epub_book_css},
};
const size_t handpress_template_count = sizeof handpress_templates / sizeof *handpress_templates;

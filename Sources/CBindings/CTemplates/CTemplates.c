#include "CTemplates.h"
#include <string.h>

static const unsigned char epub_book_css[] = {
#embed "../../../templates/epub/book.css"
};

static const unsigned char epub_colophon_mustache[] = {
#embed "../../../templates/epub/colophon.mustache"
};

static const unsigned char epub_part_page_mustache[] = {
#embed "../../../templates/epub/part-page.mustache"
};

static const unsigned char epub_title_page_mustache[] = {
#embed "../../../templates/epub/title-page.mustache"
};

static const unsigned char fonts_inter_medium[] = {
#embed "../../../templates/fonts/Inter-Medium.otf"
};

static const unsigned char fonts_inter_display_bold[] = {
#embed "../../../templates/fonts/InterDisplay-Bold.otf"
};

static const unsigned char fonts_print_inter_italic[] = {
#embed "../../../templates/fonts/print/Inter-Italic.otf"
};

static const unsigned char fonts_print_inter_regular[] = {
#embed "../../../templates/fonts/print/Inter-Regular.otf"
};

static const unsigned char fonts_print_inter_semibold[] = {
#embed "../../../templates/fonts/print/Inter-SemiBold.otf"
};

static const unsigned char fonts_print_inter_semibolditalic[] = {
#embed "../../../templates/fonts/print/Inter-SemiBoldItalic.otf"
};

static const unsigned char fonts_print_interdisplay_bold[] = {
#embed "../../../templates/fonts/print/InterDisplay-Bold.otf"
};

static const unsigned char icons_caution_svg[] = {
#embed "../../../templates/icons/caution.svg"
};

static const unsigned char icons_danger_svg[] = {
#embed "../../../templates/icons/danger.svg"
};

static const unsigned char icons_info_svg[] = {
#embed "../../../templates/icons/info.svg"
};

static const unsigned char icons_note_svg[] = {
#embed "../../../templates/icons/note.svg"
};

static const unsigned char icons_tip_svg[] = {
#embed "../../../templates/icons/tip.svg"
};

static const unsigned char icons_warning_svg[] = {
#embed "../../../templates/icons/warning.svg"
};

static const unsigned char latex_handpress_access_lua[] = {
#embed "../../../templates/latex/handpress-access.lua"
};

static const unsigned char latex_handpress_admonitions_sty[] = {
#embed "../../../templates/latex/handpress-admonitions.sty"
};

static const unsigned char latex_handpress_code_sty[] = {
#embed "../../../templates/latex/handpress-code.sty"
};

static const unsigned char latex_handpress_colors_sty[] = {
#embed "../../../templates/latex/handpress-colors.sty"
};

static const unsigned char latex_handpress_archive_lua[] = {
#embed "../../../templates/latex/handpress-archive.lua"
};

static const unsigned char latex_handpress_directions_sty[] = {
#embed "../../../templates/latex/handpress-directions.sty"
};

static const unsigned char latex_handpress_elements_lua[] = {
#embed "../../../templates/latex/handpress-elements.lua"
};

static const unsigned char latex_handpress_figures_sty[] = {
#embed "../../../templates/latex/handpress-figures.sty"
};

static const unsigned char latex_handpress_fonts_sty[] = {
#embed "../../../templates/latex/handpress-fonts.sty"
};

static const unsigned char latex_handpress_footnotes_sty[] = {
#embed "../../../templates/latex/handpress-footnotes.sty"
};

static const unsigned char latex_handpress_formulas_sty[] = {
#embed "../../../templates/latex/handpress-formulas.sty"
};

static const unsigned char latex_handpress_front_sty[] = {
#embed "../../../templates/latex/handpress-front.sty"
};

static const unsigned char latex_handpress_glyphs_lua[] = {
#embed "../../../templates/latex/handpress-glyphs.lua"
};

static const unsigned char latex_handpress_intent_lua[] = {
#embed "../../../templates/latex/handpress-intent.lua"
};

static const unsigned char latex_handpress_links_lua[] = {
#embed "../../../templates/latex/handpress-links.lua"
};

static const unsigned char latex_handpress_links_sty[] = {
#embed "../../../templates/latex/handpress-links.sty"
};

static const unsigned char latex_handpress_lists_sty[] = {
#embed "../../../templates/latex/handpress-lists.sty"
};

static const unsigned char latex_handpress_log_lua[] = {
#embed "../../../templates/latex/handpress-log.lua"
};

static const unsigned char latex_handpress_luatex_sty[] = {
#embed "../../../templates/latex/handpress-luatex.sty"
};

static const unsigned char latex_handpress_marking_lua[] = {
#embed "../../../templates/latex/handpress-marking.lua"
};

static const unsigned char latex_handpress_metadata_lua[] = {
#embed "../../../templates/latex/handpress-metadata.lua"
};

static const unsigned char latex_handpress_page_sty[] = {
#embed "../../../templates/latex/handpress-page.sty"
};

static const unsigned char latex_handpress_paragraphs_lua[] = {
#embed "../../../templates/latex/handpress-paragraphs.lua"
};

static const unsigned char latex_handpress_scripts_sty[] = {
#embed "../../../templates/latex/handpress-scripts.sty"
};

static const unsigned char latex_handpress_spaces_lua[] = {
#embed "../../../templates/latex/handpress-spaces.lua"
};

static const unsigned char latex_handpress_structure_lua[] = {
#embed "../../../templates/latex/handpress-structure.lua"
};

static const unsigned char latex_handpress_tables_sty[] = {
#embed "../../../templates/latex/handpress-tables.sty"
};

static const unsigned char latex_handpress_tagging_lua[] = {
#embed "../../../templates/latex/handpress-tagging.lua"
};

static const unsigned char latex_handpress_text_lua[] = {
#embed "../../../templates/latex/handpress-text.lua"
};

static const unsigned char latex_handpress_tagging_sty[] = {
#embed "../../../templates/latex/handpress-tagging.sty"
};

static const unsigned char latex_handpress_text_sty[] = {
#embed "../../../templates/latex/handpress-text.sty"
};

static const unsigned char latex_handpress_titles_sty[] = {
#embed "../../../templates/latex/handpress-titles.sty"
};

static const unsigned char latex_handpress_xetex_sty[] = {
#embed "../../../templates/latex/handpress-xetex.sty"
};

static const unsigned char latex_handpress_xetex_log_sty[] = {
#embed "../../../templates/latex/handpress-xetex-log.sty"
};

static const unsigned char latex_handpress_cls[] = {
#embed "../../../templates/latex/handpress.cls"
};

static const unsigned char latex_handpress_lua[] = {
#embed "../../../templates/latex/handpress.lua"
};

static const unsigned char theme_yml[] = {
#embed "../../../templates/theme.yml"
};

// Every template, in byte order of the paths.
static const HandpressTemplate templates[] = {
  {"epub/book.css", epub_book_css, sizeof epub_book_css},
  {"epub/colophon.mustache", epub_colophon_mustache, sizeof epub_colophon_mustache},
  {"epub/part-page.mustache", epub_part_page_mustache, sizeof epub_part_page_mustache},
  {"epub/title-page.mustache", epub_title_page_mustache, sizeof epub_title_page_mustache},
  {"fonts/Inter-Medium.otf", fonts_inter_medium, sizeof fonts_inter_medium},
  {"fonts/InterDisplay-Bold.otf", fonts_inter_display_bold, sizeof fonts_inter_display_bold},
  {"fonts/print/Inter-Italic.otf", fonts_print_inter_italic, sizeof fonts_print_inter_italic},
  {"fonts/print/Inter-Regular.otf", fonts_print_inter_regular, sizeof fonts_print_inter_regular},
  {"fonts/print/Inter-SemiBold.otf", fonts_print_inter_semibold, sizeof fonts_print_inter_semibold},
  {"fonts/print/Inter-SemiBoldItalic.otf", fonts_print_inter_semibolditalic, sizeof fonts_print_inter_semibolditalic},
  {"fonts/print/InterDisplay-Bold.otf", fonts_print_interdisplay_bold, sizeof fonts_print_interdisplay_bold},
  {"icons/caution.svg", icons_caution_svg, sizeof icons_caution_svg},
  {"icons/danger.svg", icons_danger_svg, sizeof icons_danger_svg},
  {"icons/info.svg", icons_info_svg, sizeof icons_info_svg},
  {"icons/note.svg", icons_note_svg, sizeof icons_note_svg},
  {"icons/tip.svg", icons_tip_svg, sizeof icons_tip_svg},
  {"icons/warning.svg", icons_warning_svg, sizeof icons_warning_svg},
  {"latex/handpress-access.lua", latex_handpress_access_lua, sizeof latex_handpress_access_lua},
  {"latex/handpress-admonitions.sty", latex_handpress_admonitions_sty, sizeof latex_handpress_admonitions_sty},
  {"latex/handpress-code.sty", latex_handpress_code_sty, sizeof latex_handpress_code_sty},
  {"latex/handpress-colors.sty", latex_handpress_colors_sty, sizeof latex_handpress_colors_sty},
  {"latex/handpress-archive.lua", latex_handpress_archive_lua, sizeof latex_handpress_archive_lua},
  {"latex/handpress-directions.sty", latex_handpress_directions_sty, sizeof latex_handpress_directions_sty},
  {"latex/handpress-elements.lua", latex_handpress_elements_lua, sizeof latex_handpress_elements_lua},
  {"latex/handpress-figures.sty", latex_handpress_figures_sty, sizeof latex_handpress_figures_sty},
  {"latex/handpress-fonts.sty", latex_handpress_fonts_sty, sizeof latex_handpress_fonts_sty},
  {"latex/handpress-footnotes.sty", latex_handpress_footnotes_sty, sizeof latex_handpress_footnotes_sty},
  {"latex/handpress-formulas.sty", latex_handpress_formulas_sty, sizeof latex_handpress_formulas_sty},
  {"latex/handpress-front.sty", latex_handpress_front_sty, sizeof latex_handpress_front_sty},
  {"latex/handpress-glyphs.lua", latex_handpress_glyphs_lua, sizeof latex_handpress_glyphs_lua},
  {"latex/handpress-intent.lua", latex_handpress_intent_lua, sizeof latex_handpress_intent_lua},
  {"latex/handpress-links.lua", latex_handpress_links_lua, sizeof latex_handpress_links_lua},
  {"latex/handpress-links.sty", latex_handpress_links_sty, sizeof latex_handpress_links_sty},
  {"latex/handpress-lists.sty", latex_handpress_lists_sty, sizeof latex_handpress_lists_sty},
  {"latex/handpress-log.lua", latex_handpress_log_lua, sizeof latex_handpress_log_lua},
  {"latex/handpress-luatex.sty", latex_handpress_luatex_sty, sizeof latex_handpress_luatex_sty},
  {"latex/handpress-marking.lua", latex_handpress_marking_lua, sizeof latex_handpress_marking_lua},
  {"latex/handpress-metadata.lua", latex_handpress_metadata_lua, sizeof latex_handpress_metadata_lua},
  {"latex/handpress-page.sty", latex_handpress_page_sty, sizeof latex_handpress_page_sty},
  {"latex/handpress-paragraphs.lua", latex_handpress_paragraphs_lua, sizeof latex_handpress_paragraphs_lua},
  {"latex/handpress-scripts.sty", latex_handpress_scripts_sty, sizeof latex_handpress_scripts_sty},
  {"latex/handpress-spaces.lua", latex_handpress_spaces_lua, sizeof latex_handpress_spaces_lua},
  {"latex/handpress-structure.lua", latex_handpress_structure_lua, sizeof latex_handpress_structure_lua},
  {"latex/handpress-tables.sty", latex_handpress_tables_sty, sizeof latex_handpress_tables_sty},
  {"latex/handpress-tagging.lua", latex_handpress_tagging_lua, sizeof latex_handpress_tagging_lua},
  {"latex/handpress-text.lua", latex_handpress_text_lua, sizeof latex_handpress_text_lua},
  {"latex/handpress-tagging.sty", latex_handpress_tagging_sty, sizeof latex_handpress_tagging_sty},
  {"latex/handpress-text.sty", latex_handpress_text_sty, sizeof latex_handpress_text_sty},
  {"latex/handpress-titles.sty", latex_handpress_titles_sty, sizeof latex_handpress_titles_sty},
  {"latex/handpress-xetex.sty", latex_handpress_xetex_sty, sizeof latex_handpress_xetex_sty},
  {"latex/handpress-xetex-log.sty", latex_handpress_xetex_log_sty, sizeof latex_handpress_xetex_log_sty},
  {"latex/handpress.cls", latex_handpress_cls, sizeof latex_handpress_cls},
  {"latex/handpress.lua", latex_handpress_lua, sizeof latex_handpress_lua},
  {"theme.yml", theme_yml, sizeof theme_yml},
};

const HandpressTemplate *handpress_template(const char *path) {
  for (size_t i = 0; i < sizeof templates / sizeof *templates; i++)
    if (strcmp(templates[i].path, path) == 0) return &templates[i];
  return NULL;
}

long handpress_template_count(void) { return sizeof templates / sizeof *templates; }

const HandpressTemplate *handpress_template_at(long index) { return &templates[index]; }

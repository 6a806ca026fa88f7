#include "CPango.h"

#include <dlfcn.h>
#include <pthread.h>

typedef struct {
  const char *name;
  void **place;
} symbol;

/// Fills every place; false when the library or one of its functions is missing. dlsym hands out functions as data
/// pointers (POSIX), and looks through the libraries that the library needs too.
static bool load(const char *file, const symbol *symbols, size_t count) {
  void *library = dlopen(file, RTLD_LAZY | RTLD_LOCAL);
  if (!library) return false;
  for (size_t i = 0; i < count; i++)
    if (!(*symbols[i].place = dlsym(library, symbols[i].name))) return false;
  return true;
}

static text_harfbuzz harfbuzz;
static bool harfbuzz_loaded;
static pthread_once_t harfbuzz_once = PTHREAD_ONCE_INIT;

static void load_harfbuzz(void) {
  const symbol symbols[] = {
#define SYMBOL(name) {"hb_" #name, (void **)&harfbuzz.name}
    SYMBOL(blob_create), SYMBOL(blob_destroy), SYMBOL(face_create), SYMBOL(face_destroy), SYMBOL(face_get_upem),
    SYMBOL(font_create), SYMBOL(font_destroy), SYMBOL(font_get_nominal_glyph),
    SYMBOL(font_get_glyph_shape), SYMBOL(buffer_create), SYMBOL(buffer_destroy), SYMBOL(buffer_add_utf8),
    SYMBOL(buffer_guess_segment_properties), SYMBOL(buffer_set_language), SYMBOL(language_from_string), SYMBOL(shape),
    SYMBOL(buffer_get_glyph_infos), SYMBOL(buffer_get_glyph_positions), SYMBOL(draw_funcs_create),
    SYMBOL(draw_funcs_destroy), SYMBOL(draw_funcs_set_move_to_func), SYMBOL(draw_funcs_set_line_to_func),
    SYMBOL(draw_funcs_set_quadratic_to_func), SYMBOL(draw_funcs_set_cubic_to_func),
    SYMBOL(draw_funcs_set_close_path_func),
#undef SYMBOL
  };
  harfbuzz_loaded = load("libharfbuzz.so.0", symbols, sizeof symbols / sizeof *symbols);
}

const text_harfbuzz *text_load_harfbuzz(void) {
  pthread_once(&harfbuzz_once, load_harfbuzz);
  return harfbuzz_loaded ? &harfbuzz : NULL;
}

static text_pango pango;
static bool pango_loaded;
static pthread_once_t pango_once = PTHREAD_ONCE_INIT;

static void load_pango(void) {
  const symbol symbols[] = {
#define SYMBOL(name) {#name, (void **)&pango.name}
    SYMBOL(cairo_recording_surface_create), SYMBOL(cairo_surface_destroy), SYMBOL(cairo_create),
    SYMBOL(cairo_destroy), SYMBOL(cairo_copy_path_flat), SYMBOL(cairo_path_destroy),
    SYMBOL(pango_cairo_create_layout), SYMBOL(pango_cairo_layout_path), SYMBOL(g_object_unref),
    SYMBOL(pango_layout_get_context), SYMBOL(pango_context_set_language),
    SYMBOL(pango_language_from_string), SYMBOL(pango_layout_set_text), SYMBOL(pango_layout_set_width),
    SYMBOL(pango_layout_set_wrap), SYMBOL(pango_layout_set_line_spacing), SYMBOL(pango_layout_get_size),

    SYMBOL(pango_layout_get_unknown_glyphs_count), SYMBOL(pango_layout_set_font_description),
    SYMBOL(pango_font_description_from_string), SYMBOL(pango_font_description_set_absolute_size),
    SYMBOL(pango_font_description_free),
#undef SYMBOL
  };
  pango_loaded = load("libpangocairo-1.0.so.0", symbols, sizeof symbols / sizeof *symbols);
}

const text_pango *text_load_pango(void) {
  pthread_once(&pango_once, load_pango);
  return pango_loaded ? &pango : NULL;
}

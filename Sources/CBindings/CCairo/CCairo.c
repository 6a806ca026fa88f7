#include "CCairo.h"

#include <dlfcn.h>
#include <pthread.h>

static picture_functions functions;
static bool loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen("librsvg-2.so.2", RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
  // dlsym hands out functions as data pointers (POSIX), and looks through the libraries that the library needs too.
  const struct {
    const char *name;
    void **place;
  } symbols[] = {
#define SYMBOL(name) {#name, (void **)&functions.name}
    SYMBOL(rsvg_handle_new_from_data), SYMBOL(rsvg_handle_set_dpi), SYMBOL(rsvg_handle_get_intrinsic_size_in_pixels),
    SYMBOL(rsvg_handle_render_document), SYMBOL(g_object_unref), SYMBOL(g_error_free),
    SYMBOL(cairo_pdf_surface_create_for_stream), SYMBOL(cairo_pdf_surface_set_metadata),
    SYMBOL(cairo_pdf_surface_restrict_to_version), SYMBOL(cairo_image_surface_create),
    SYMBOL(cairo_surface_write_to_png_stream), SYMBOL(cairo_image_surface_get_data),
    SYMBOL(cairo_image_surface_get_stride), SYMBOL(cairo_surface_flush), SYMBOL(cairo_surface_finish), SYMBOL(cairo_surface_status),
    SYMBOL(cairo_surface_destroy), SYMBOL(cairo_create), SYMBOL(cairo_destroy), SYMBOL(cairo_scale),
    SYMBOL(cairo_set_source_rgb), SYMBOL(cairo_paint),
#undef SYMBOL
  };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
    if (!(*symbols[i].place = dlsym(library, symbols[i].name))) return;
  loaded = true;
}

const picture_functions *picture_load(void) {
  pthread_once(&once, load);
  return loaded ? &functions : NULL;
}

/// The C interfaces of librsvg and cairo, loaded at run time.
///
/// Linking librsvg brings sixty libraries to every start, and only a printed book, or one for readers that refuse text
/// in SVG, needs them; so their functions are looked up with dlopen. The declarations are those of rsvg.h 2.52,
/// cairo.h and cairo-pdf.h 1.16, as far as we use them, under names of our own.
#ifndef C_CAIRO_H
#define C_CAIRO_H

#include <stdbool.h>
#include <stddef.h>

typedef struct picture_svg *picture_svg_ref;
typedef struct picture_surface *picture_surface_ref;
typedef struct picture_cairo *picture_cairo_ref;

/// RsvgRectangle.
typedef struct {
  double x, y, width, height;
} picture_rectangle;

/// GError.
typedef struct {
  unsigned domain;
  int code;
  char *message;
} picture_error;

/// cairo_write_func_t: 0 when all was taken.
typedef int (*picture_write)(void *closure, const unsigned char *data, unsigned length);

/// Functions of librsvg, cairo and GLib we use, under their own names.
typedef struct {
  picture_svg_ref (*rsvg_handle_new_from_data)(const unsigned char *, size_t count, picture_error **);
  void (*rsvg_handle_set_dpi)(picture_svg_ref, double);
  int (*rsvg_handle_get_intrinsic_size_in_pixels)(picture_svg_ref, double *width, double *height);
  int (*rsvg_handle_render_document)(
      picture_svg_ref, picture_cairo_ref, const picture_rectangle *viewport, picture_error **);
  void (*g_object_unref)(void *);
  void (*g_error_free)(picture_error *);
  picture_surface_ref (*cairo_pdf_surface_create_for_stream)(picture_write, void *closure, double width, double height);
  void (*cairo_pdf_surface_set_metadata)(picture_surface_ref, int kind, const char *utf8);
  void (*cairo_pdf_surface_restrict_to_version)(picture_surface_ref, int version);
  picture_surface_ref (*cairo_image_surface_create)(int format, int width, int height);
  int (*cairo_surface_write_to_png_stream)(picture_surface_ref, picture_write, void *closure);
  unsigned char *(*cairo_image_surface_get_data)(picture_surface_ref);
  int (*cairo_image_surface_get_stride)(picture_surface_ref);
  void (*cairo_surface_flush)(picture_surface_ref);
  void (*cairo_surface_finish)(picture_surface_ref);
  int (*cairo_surface_status)(picture_surface_ref);
  void (*cairo_surface_destroy)(picture_surface_ref);
  picture_cairo_ref (*cairo_create)(picture_surface_ref);
  void (*cairo_destroy)(picture_cairo_ref);
  void (*cairo_scale)(picture_cairo_ref, double x, double y);
  void (*cairo_set_source_rgb)(picture_cairo_ref, double red, double green, double blue);
  void (*cairo_paint)(picture_cairo_ref);
} picture_functions;

/// The functions, loaded on the first call; null when the machine has no librsvg of 2.52 or later.
/// Safe to call from several threads.
const picture_functions *picture_load(void);

#endif

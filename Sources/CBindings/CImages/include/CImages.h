/// libvips's C interface, loaded at run time.
///
/// Linking libvips brings some sixty libraries to every start, and only a book with a picture that stores refuse needs
/// it; so its functions are looked up with dlopen. Most take their options as variable arguments, which Swift cannot
/// pass: each call that is made has a function here. The declarations are those of vips 8.13 and later, as far as we use
/// them.
#ifndef C_IMAGES_H
#define C_IMAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct image *image_ref;

/// Loads the library on the first call.
/// \returns false when the machine has no libvips of 8.13 or later.
bool image_load_library(void);

/// Reads a picture's head; its points are read when it is written. Readers that libvips does not trust with strangers'
/// files are off. The bytes must live until the picture is closed.
/// \returns null when nothing known can read it; `image_last_error` says why.
image_ref image_open(const uint8_t *bytes, size_t count);

void image_close(image_ref);

int image_width(image_ref);
int image_height(image_ref);
bool image_has_alpha(image_ref);

/// The picture upright, in sRGB and made smaller, in proportion, until it fits a square of `side` pixels. Of a picture
/// that moves only the first is read.
/// \param seconds after which the work is given up.
image_ref image_fitted(const uint8_t *bytes, size_t count, int side, double seconds);

/// Whether every point hides what is behind it.
/// \returns false also when the points cannot be read.
bool image_is_opaque(image_ref);

/// The bytes of a PNG without metadata, to be freed with `image_free`; null when it fails.
uint8_t *image_png(image_ref, size_t *count);

/// The bytes of a JPEG without metadata, to be freed with `image_free`; null when it fails.
/// \param quality from 1 to 100.
uint8_t *image_jpeg(image_ref, int quality, size_t *count);

void image_free(void *);

/// What went wrong last, to be freed with `image_free`. libvips keeps one text for all threads.
char *image_last_error(void);

#endif

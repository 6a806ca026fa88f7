/// JavaScriptCore's C interface, loaded at run time.
///
/// Linking the library costs 10 ms at every start, and most commands evaluate no script; so its functions are
/// looked up with dlopen when the first sandbox is made. The declarations are those of WebKit's
/// JSBase.h, JSContextRef.h, JSObjectRef.h, JSStringRef.h and JSValueRef.h, under names of our own.
#ifndef C_JAVASCRIPT_CORE_H
#define C_JAVASCRIPT_CORE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct js_group *js_group_ref;
typedef struct js_context *js_context_ref;
typedef struct js_class *js_class_ref;
typedef struct js_string *js_string_ref;
typedef struct js_value *js_value_ref;

/// JSObjectCallAsFunctionCallback.
typedef js_value_ref (*js_function_callback)(
    js_context_ref context, js_value_ref function, js_value_ref this_object, size_t count,
    const js_value_ref arguments[], js_value_ref *exception);

/// JSShouldTerminateCallback of the private header JSContextRefPrivate.h: false lets the script go on for
/// another period of the limit.
typedef bool (*js_terminate_callback)(js_context_ref context, void *user);

/// JSClassDefinition, version 0; only the members up to `call` are used by us.
typedef struct {
  int version;
  unsigned attributes;
  const char *name;
  js_class_ref parent;
  const void *static_values;
  const void *static_functions;
  void *initialize, *finalize, *has_property, *get_property, *set_property, *delete_property, *get_names;
  js_function_callback call;
  void *construct, *has_instance, *convert;
} js_class_definition;

/// The functions we use, each with the name it has after its `JS`.
typedef struct {
  js_group_ref (*ContextGroupCreate)(void);
  void (*ContextGroupRelease)(js_group_ref);
  void (*ContextGroupSetExecutionTimeLimit)(js_group_ref, double seconds, js_terminate_callback, void *user);
  js_context_ref (*GlobalContextCreateInGroup)(js_group_ref, js_class_ref global);
  void (*GlobalContextRelease)(js_context_ref);
  js_value_ref (*EvaluateScript)(
      js_context_ref, js_string_ref script, js_value_ref this_object, js_string_ref url, int first_line,
      js_value_ref *exception);
  js_string_ref (*StringCreateWithUTF8CString)(const char *);
  js_string_ref (*StringCreateWithCharacters)(const unsigned short *, size_t count);
  const unsigned short *(*StringGetCharactersPtr)(js_string_ref);
  size_t (*StringGetLength)(js_string_ref);
  void (*StringRelease)(js_string_ref);
  js_class_ref (*ClassCreate)(const js_class_definition *);
  void (*ClassRelease)(js_class_ref);
  js_value_ref (*ObjectMake)(js_context_ref, js_class_ref, void *data);
  void *(*ObjectGetPrivate)(js_value_ref);
  js_value_ref (*ObjectGetProperty)(js_context_ref, js_value_ref object, js_string_ref, js_value_ref *exception);
  bool (*ObjectIsFunction)(js_context_ref, js_value_ref);
  js_value_ref (*ObjectCallAsFunction)(
      js_context_ref, js_value_ref function, js_value_ref this_object, size_t count, const js_value_ref arguments[],
      js_value_ref *exception);
  js_value_ref (*ObjectMakeError)(
      js_context_ref, size_t count, const js_value_ref arguments[], js_value_ref *exception);
  bool (*ValueIsObject)(js_context_ref, js_value_ref);
  bool (*ValueIsString)(js_context_ref, js_value_ref);
  js_value_ref (*ValueMakeString)(js_context_ref, js_string_ref);
  js_value_ref (*ValueMakeUndefined)(js_context_ref);
  double (*ValueToNumber)(js_context_ref, js_value_ref, js_value_ref *exception);
  js_string_ref (*ValueToStringCopy)(js_context_ref, js_value_ref, js_value_ref *exception);
  void (*ValueProtect)(js_context_ref, js_value_ref);
  void (*ValueUnprotect)(js_context_ref, js_value_ref);
} js_functions;

/// The functions, loaded at the first call; NULL when the library is not installed or lacks one of them.
/// Safe to call from several threads.
const js_functions *js_load(void);

/// Does `work` on a thread of its own with a stack of 8 MB and waits until it is done.
///
/// Returns false when the thread has used more than `seconds` of CPU time; it is then left to itself and `data` must
/// stay. The engine's own limit does not reach a promise that makes promises for ever: between two of its reactions
/// no script is running.
bool js_run(void (*work)(void *data), void *data, double seconds);

/// The largest resident size this process has had, in bytes.
size_t js_peak_memory(void);

#endif

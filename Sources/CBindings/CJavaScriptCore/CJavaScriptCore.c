#include "CJavaScriptCore.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>

static js_functions functions;
static bool loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // Settings run once: the interpreter alone is quicker than starting the compilers' threads.
  setenv("JSC_useConcurrentJIT", "0", 0);
  setenv("JSC_useConcurrentGC", "0", 0);
  setenv("JSC_numberOfGCMarkers", "1", 0);
  void *library = dlopen("libjavascriptcoregtk-4.1.so.0", RTLD_LAZY | RTLD_LOCAL);
  if (!library) return;
  // One pair a member, in the order of the struct; dlsym hands out functions as data pointers (POSIX).
  struct { const char *name; void **place; } symbols[] = {
#define SYMBOL(name) {"JS" #name, (void **)&functions.name}
    SYMBOL(ContextGroupCreate), SYMBOL(ContextGroupRelease), SYMBOL(ContextGroupSetExecutionTimeLimit),
    SYMBOL(GlobalContextCreateInGroup), SYMBOL(GlobalContextRelease), SYMBOL(EvaluateScript),
    SYMBOL(StringCreateWithUTF8CString), SYMBOL(StringCreateWithCharacters), SYMBOL(StringGetCharactersPtr),
    SYMBOL(StringGetLength), SYMBOL(StringRelease), SYMBOL(ClassCreate), SYMBOL(ClassRelease), SYMBOL(ObjectMake),
    SYMBOL(ObjectGetPrivate), SYMBOL(ObjectGetProperty), SYMBOL(ObjectIsFunction), SYMBOL(ObjectCallAsFunction),
    SYMBOL(ObjectMakeError), SYMBOL(ValueIsObject), SYMBOL(ValueIsString), SYMBOL(ValueMakeString),
    SYMBOL(ValueMakeUndefined), SYMBOL(ValueToNumber), SYMBOL(ValueToStringCopy), SYMBOL(ValueProtect),
    SYMBOL(ValueUnprotect),
#undef SYMBOL
  };
  for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
    if (!(*symbols[i].place = dlsym(library, symbols[i].name))) return;
  loaded = true;
}

const js_functions *js_load(void) {
  pthread_once(&once, load);
  return loaded ? &functions : NULL;
}

size_t js_peak_memory(void) {
  struct rusage usage;
  return getrusage(RUSAGE_SELF, &usage) ? 0 : (size_t)usage.ru_maxrss * 1024;
}

#include "CJavaScriptCore.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

static js_functions functions;
static bool loaded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  // Fewer threads to start: what runs here runs once. Read by the engine when it is loaded.
  setenv("JSC_useConcurrentJIT", "0", 0);
  setenv("JSC_useConcurrentGC", "0", 0);
  setenv("JSC_numberOfGCMarkers", "1", 0);
  // The limit of time is looked for by the script's own thread. Else the engine sends a signal to the thread that was in it
  // last and waits for the answer for ever, with all other engines, if that thread has ended meanwhile.
  setenv("JSC_usePollingTraps", "1", 1);
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

typedef struct {
  pthread_mutex_t lock;
  pthread_cond_t done;
  bool is_done;
  void (*work)(void *);
  void *data;
} job;

static void *run_job(void *argument) {
  job *self = argument;
  self->work(self->data);
  pthread_mutex_lock(&self->lock);
  self->is_done = true;
  pthread_cond_signal(&self->done);
  pthread_mutex_unlock(&self->lock);
  return NULL;
}

/// Waits in slices of 50 ms, after each of which the thread's CPU time is looked at.
static bool wait_for(job *self, pthread_t thread, double seconds) {
  clockid_t clock;
  bool has_clock = pthread_getcpuclockid(thread, &clock) == 0;
  pthread_mutex_lock(&self->lock);
  while (!self->is_done) {
    struct timespec until, used;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 50000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_cond_timedwait(&self->done, &self->lock, &until);
    if (!self->is_done && has_clock && clock_gettime(clock, &used) == 0
        && (double)used.tv_sec + (double)used.tv_nsec / 1e9 > seconds)
      break;
  }
  bool is_done = self->is_done;
  pthread_mutex_unlock(&self->lock);
  return is_done;
}

bool js_run(void (*work)(void *), void *data, double seconds) {
  job *self = calloc(1, sizeof *self);
  if (!self) return false;
  pthread_mutex_init(&self->lock, NULL);
  pthread_cond_init(&self->done, NULL);
  self->work = work;
  self->data = data;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 8 << 20);
  pthread_t thread;
  bool started = pthread_create(&thread, &attributes, run_job, self) == 0;
  pthread_attr_destroy(&attributes);
  bool is_done = started && wait_for(self, thread, seconds);
  if (started && !is_done) {
    pthread_detach(thread);
    return false;  // The job stays with the thread.
  }
  if (started) pthread_join(thread, NULL);
  free(self);
  return is_done;
}

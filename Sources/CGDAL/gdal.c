#include "CGDAL.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

static SitingGDAL functions;
static const SitingGDAL *known;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *library(void) {
  void *found = dlopen("libgdal.so", RTLD_NOW | RTLD_LOCAL);
  // Where nothing is built there is no name without a number.
  for (int number = 48; !found && number >= 32; number--) {
    char name[32];
    snprintf(name, sizeof name, "libgdal.so.%d", number);
    found = dlopen(name, RTLD_NOW | RTLD_LOCAL);
  }
  return found;
}

static void find(void) {
  void *gdal = library();
  if (!gdal) return;
#define SITING_GDAL_FIND(name)                       \
  *(void **)(void *)&functions.name = dlsym(gdal, #name); \
  if (!functions.name) return;
  SITING_GDAL_FUNCTIONS(SITING_GDAL_FIND)
#undef SITING_GDAL_FIND
  known = &functions;
}

const SitingGDAL *siting_gdal(void) {
  pthread_once(&once, find);
  return known;
}

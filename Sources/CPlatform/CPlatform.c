#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

int cplatform_exchange(const char *first, const char *second) {
  return renameat2(AT_FDCWD, first, AT_FDCWD, second, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int cplatform_rename_new(const char *old, const char *renamed) {
  return renameat2(AT_FDCWD, old, AT_FDCWD, renamed, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

#ifndef CADRAGE_COMMIT
#define CADRAGE_COMMIT
#endif
#define TEXT_OF(value) #value
#define TEXT(value) TEXT_OF(value)

const char *cplatform_commit(void) { return TEXT(CADRAGE_COMMIT); }

extern void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

// Linked without shared libraries, Swift would look for the arguments in /proc, which may not be there:
// then there would seem to be none.
__attribute__((constructor)) static void give_arguments(int count, char **arguments) {
  _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
}

int cplatform_sync(int descriptor) { return syncfs(descriptor) == 0 ? 0 : errno; }

#define _GNU_SOURCE
#include "include/CProcess.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <unistd.h>

// Swift sees neither of the first two, which are not POSIX, nor a global variable that anybody may change.

int cprocess_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int cprocess_memory(size_t count) {
    const int descriptor = memfd_create("glaneur", MFD_CLOEXEC);
    if (descriptor < 0) return -1;
    if (ftruncate(descriptor, (off_t)count) == 0) return descriptor;
    close(descriptor);
    return -1;
}

void cprocess_alarm(long seconds) {
    const struct itimerval timer = {{0, 0}, {seconds, 0}};
    setitimer(ITIMER_PROF, &timer, NULL);
}

char *const *cprocess_environment(void) { return environ; }

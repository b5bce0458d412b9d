#ifndef CPROCESS_H
#define CPROCESS_H

#include <stddef.h>

/// Makes a pipe whose ends no program that is started inherits by itself; -1 and errno where there is none.
int cprocess_pipe(int ends[2]);

/// Makes a file in memory, without a name and not inherited either; -1 and errno where there is none.
int cprocess_memory(size_t count);

/// Lets the system end this process by SIGPROF when it has taken that much processor time from now on; 0 forgets it.
void cprocess_alarm(long seconds);

/// The variables of the environment, with NULL behind them.
char *const *cprocess_environment(void);

#endif

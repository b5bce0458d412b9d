// Names the system's ICU for the package manager; CICU alone includes ICU's own headers.

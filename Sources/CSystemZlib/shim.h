// Names the system's zlib for the package manager; CArchive alone includes its own headers.

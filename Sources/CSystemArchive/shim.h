// Names the system's libarchive for the package manager; CArchive alone includes its own headers.

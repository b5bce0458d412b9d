// Names the system's libzstd for the package manager; CCompression alone includes its own headers.

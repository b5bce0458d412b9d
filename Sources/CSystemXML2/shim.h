// Names the system's libxml2 for the package manager; CLibXML2 alone includes its own headers.

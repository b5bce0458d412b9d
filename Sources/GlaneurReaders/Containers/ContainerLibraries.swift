import CArchive

/// The libraries that read compressed data and archives, for `glaneur doctor`.
package enum ContainerLibraries {
    /// The version of the linked libarchive: `3.6.2`.
    package static var archiveVersion: String {
        let words = String(cString: carc_archive_version()).split(separator: " ")
        return words.last.map(String.init) ?? ""
    }

    /// The version of the linked zlib: `1.2.13`.
    package static var zlibVersion: String { String(cString: carc_zlib_version()) }
}

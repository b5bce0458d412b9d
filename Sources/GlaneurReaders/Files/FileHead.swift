/// Looks at the first bytes of files.
package enum FileHead {
    /// Returns the first bytes of a file, at most `count`; none of a stream, which can be read only once; nothing where there
    /// is a folder or no such file.
    package static func bytes(of path: String, count: Int) -> [UInt8]? {
        let path = SystemPath(path)
        guard let status = try? path.status().get(), !status.isFolder else { return nil }
        guard status.isRegularFile else { return [] }
        guard let file = try? OpenFile(path) else { return nil }
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, read in
            read = file.fill(UnsafeMutableRawBufferPointer(buffer)).count
        }
    }
}

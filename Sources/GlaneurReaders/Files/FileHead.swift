/// Looks at the first bytes of files.
package enum FileHead {
    /// Returns the first bytes of a file, at most `count`; none of a stream, which can be read only once; nothing where there
    /// is a folder or no such file.
    package static func bytes(of path: String, count: Int) -> [UInt8]? {
        do throws(SystemError) {
            let file = try OpenFile(SystemPath(path))
            if try file.isFolder { return nil }
            return try file.isRegular ? try file.contents(size: count) : []
        } catch {
            return nil
        }
    }
}

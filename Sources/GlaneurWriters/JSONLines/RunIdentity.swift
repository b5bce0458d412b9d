/// What made a line: enough to make it again.
public struct RunIdentity: Sendable, Hashable {
    /// The program with its version: `glaneur/0.1.0`.
    public var tool: String
    /// The version of lexicons and models: `2026.11`.
    public var resources: String
    /// The first 16 hexadecimal digits of the SHA-256 of the effective configuration.
    public var configuration: String
    /// The version of ICU, which brings the charsets and the normal form.
    public var icu: String

    /// Makes the identity of a run.
    public init(tool: String, resources: String, configuration: String, icu: String) {
        self.tool = tool
        self.resources = resources
        self.configuration = configuration
        self.icu = icu
    }

    /// Returns the `run` object of a line whose offsets count `offsets`, made once for all lines.
    func json(offsets: OffsetUnit) -> [UInt8] {
        var json = JSONWriter(capacity: 160)
        json.beginObject()
        json.member("tool", tool)
        json.member("resources", resources)
        json.member("config", configuration)
        json.member("icu", icu)
        json.member("offsets", offsets.rawValue)
        json.endObject()
        return json.bytes
    }
}

/// The versions that stand in every line.
public enum Version {
    /// The version of the program, as in the change log.
    public static let number = "0.1.0"
    /// The program with its version.
    public static let tool = "glaneur/\(number)"
    /// The edition of lexicons and models.
    public static let resources = "2026.11"
}

import ArgumentParser
struct ShowCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "show"); func run() throws {} }
struct ExplainCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "explain"); func run() throws {} }
struct DoctorCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "doctor"); func run() throws {} }

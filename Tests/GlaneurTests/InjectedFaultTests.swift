import Glaneur
import Testing

/// What a test may ask for in the environment.
@Suite struct InjectedFaultTests {
    @Test(arguments: [
        ("trap@dé", InjectedFault.trap(text: Array("dé".utf8))),
        ("hang@a@b", .hang(text: Array("a@b".utf8))),
    ])
    func isReadFromItsWords(_ words: String, _ fault: InjectedFault) {
        #expect(InjectedFault(words) == fault)
    }

    @Test(arguments: ["", "trap", "trap@", "kill@3", "nothing@1"])
    func isNothingWhereTheWordsMakeNoSense(_ words: String) {
        #expect(InjectedFault(words) == nil)
    }
}

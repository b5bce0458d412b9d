import Testing

@testable import GlaneurReaders

@Suite struct LooseJSONTests {
    @Test(arguments: [
        #"{"a":"b"}"#,
        #"<!-- {"a":"b"} -->"#,
        #"//<![CDATA[ {"a":"b"} //]]>"#,
        #"{"a":"b",}"#,
        #"{"a":"b"};"#,
        #"{"a":"b", /* why not */ "c":[1,2,],}"#,
        #"{"a":"b","c":[1"#,
        #"{"a":"b","c":"an end that is miss"#,
        #"{"a":"b","c":"it\'s"}"#,
        "{\"a\":\"b\",\"c\":\"line\none\"}",
        #"{"a":"b"}}"#,
    ])
    func brokenJSONIsMended(script: String) throws {
        let (value, bytes) = try #require(LooseJSON.parse(Array(script.utf8)))
        #expect(value["a"]?.string(in: bytes) == "b")
    }

    @Test(arguments: ["", "no JSON", "{]", "<!-- -->", "{{{{", "[[[[[[", "\"", "{\"a\\"])
    func whatIsNoJSONIsPassedOver(script: String) {
        _ = LooseJSON.parse(Array(script.utf8))
    }
}

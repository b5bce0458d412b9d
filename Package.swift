// swift-tools-version: 6.2

import PackageDescription

/// Settings of every Swift target: Swift 6 mode is the default of these tools; warnings stop the build.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A library target of the package with the settings all of them share.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one target; every one of them may use the shared test support.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), "GlaneurTestSupport"]
            + (name == "GlaneurCore" ? [] : ["GlaneurCore"]) + dependencies,
        exclude: exclude,
        swiftSettings: strict)
}

let package = Package(
    name: "glaneur",
    products: [
        .library(name: "Glaneur", targets: ["Glaneur"]),
        .executable(name: "glaneur", targets: ["GlaneurCLI"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CSystemICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(
            name: "CSystemXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CSystemArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(
            name: "CSystemZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CSystemZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .target(name: "CBundle"),
        .target(name: "CArchive", dependencies: ["CSystemArchive", "CSystemZlib"]),
        .target(name: "CCompression", dependencies: ["CSystemZlib", "CSystemZstd"]),
        .target(name: "CICU", dependencies: ["CSystemICU"], linkerSettings: [.linkedLibrary("icui18n")]),
        .target(name: "CLibXML2", dependencies: ["CSystemXML2"]),

        room("GlaneurCore", []),
        room("GlaneurLexicon", ["GlaneurCore", "CBundle"]),
        room("GlaneurModels", ["GlaneurLexicon"]),
        room(
            "GlaneurReaders",
            [
                "GlaneurCore", "GlaneurLexicon", "CArchive", "CICU", "CLibXML2",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        room("GlaneurText", ["GlaneurCore", "GlaneurLexicon", "GlaneurModels", "CICU"]),
        room("GlaneurRecognizers", ["GlaneurCore", "GlaneurLexicon", "GlaneurModels", "CICU"]),
        room("GlaneurResolution", ["GlaneurCore", "GlaneurLexicon"]),
        room("GlaneurRelations", ["GlaneurCore", "GlaneurLexicon", "GlaneurRecognizers"]),
        room("GlaneurCorpus", ["GlaneurCore", "GlaneurLexicon"]),
        room("GlaneurWriters", ["GlaneurCore", "CCompression"]),
        room("GlaneurPipeline", ["GlaneurCore"]),
        room(
            "Glaneur",
            [
                "GlaneurCore", "GlaneurLexicon", "GlaneurModels", "GlaneurReaders", "GlaneurText", "GlaneurRecognizers",
                "GlaneurRelations", "GlaneurResolution", "GlaneurCorpus", "GlaneurWriters", "GlaneurPipeline",
            ]),
        room(
            "GlaneurTraining",
            [
                "Glaneur", "GlaneurCore", "GlaneurCorpus", "GlaneurLexicon", "GlaneurModels", "GlaneurReaders",
                "GlaneurRecognizers",
                "GlaneurText", "GlaneurWriters",
            ]),
        .executableTarget(
            name: "GlaneurCLI",
            dependencies: [
                "Glaneur", "GlaneurCore", "GlaneurCorpus", "GlaneurLexicon", "GlaneurModels", "GlaneurPipeline",
                "GlaneurReaders", "GlaneurRecognizers", "GlaneurTraining", "GlaneurWriters",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // The benchmarks; `swift run -c release SegmentationBenchmark`, `… AmountsBenchmark`.
        .target(
            name: "GlaneurBenchmarkSupport",
            dependencies: ["GlaneurCore", "GlaneurLexicon", "GlaneurText", "GlaneurTestSupport"],
            path: "Benchmarks/Support", swiftSettings: strict),
        .executableTarget(
            name: "SegmentationBenchmark",
            dependencies: [
                "CICU", "GlaneurBenchmarkSupport", "GlaneurCore", "GlaneurLexicon", "GlaneurModels", "GlaneurText",
                "GlaneurTestSupport",
            ],
            path: "Benchmarks/Segmentation", swiftSettings: strict),
        .executableTarget(
            name: "AmountsBenchmark",
            dependencies: [
                "GlaneurBenchmarkSupport", "GlaneurCore", "GlaneurLexicon", "GlaneurModels", "GlaneurRecognizers",
                "GlaneurText", "GlaneurTestSupport",
            ],
            path: "Benchmarks/Amounts", swiftSettings: strict),
        .executableTarget(
            name: "CharsetsBenchmark",
            dependencies: ["CICU", "GlaneurBenchmarkSupport", "GlaneurCore", "GlaneurReaders", "GlaneurTestSupport"],
            path: "Benchmarks/Charsets", swiftSettings: strict),
        .executableTarget(
            name: "DuplicatesBenchmark",
            dependencies: ["GlaneurBenchmarkSupport", "GlaneurCore", "GlaneurCorpus", "GlaneurTestSupport"],
            path: "Benchmarks/Duplicates", swiftSettings: strict),
        .target(name: "PageBaseline", dependencies: ["CSystemXML2"], path: "Benchmarks/PageBaseline"),
        .executableTarget(
            name: "PagesBenchmark",
            dependencies: [
                "GlaneurBenchmarkSupport", "GlaneurCore", "GlaneurReaders", "GlaneurTestSupport", "PageBaseline",
            ],
            path: "Benchmarks/Pages", swiftSettings: strict),
        .executableTarget(
            name: "UnificationBenchmark",
            dependencies: ["GlaneurBenchmarkSupport", "GlaneurCorpus", "GlaneurLexicon", "GlaneurTestSupport"],
            path: "Benchmarks/Unification", swiftSettings: strict),

        .target(
            name: "GlaneurTestSupport",
            dependencies: ["GlaneurCore", "GlaneurLexicon", "GlaneurModels", "GlaneurReaders", "GlaneurText"],
            path: "Tests/GlaneurTestSupport", swiftSettings: strict),
        .target(
            name: "FuzzLaws",
            dependencies: [
                "Glaneur", "GlaneurCore", "GlaneurCorpus", "GlaneurLexicon", "GlaneurModels", "GlaneurReaders",
                "GlaneurWriters", "GlaneurTestSupport",
            ],
            path: "Tests/FuzzLaws", swiftSettings: strict),
        tests("GlaneurCore"),
        tests("GlaneurLexicon"),
        tests("GlaneurModels", ["GlaneurLexicon"]),
        tests("GlaneurTraining", ["GlaneurModels"]),
        tests("GlaneurText", ["GlaneurLexicon", "GlaneurModels"], exclude: ["GoldenRules"]),
        tests("GlaneurReaders", ["CICU", "GlaneurLexicon"]),
        tests("GlaneurRecognizers", ["GlaneurLexicon", "GlaneurText"]),
        tests("GlaneurResolution", ["GlaneurLexicon", "GlaneurReaders", "GlaneurText", "GlaneurRecognizers"]),
        tests(
            "GlaneurRelations",
            ["GlaneurLexicon", "GlaneurReaders", "GlaneurText", "GlaneurRecognizers", "GlaneurResolution"]),
        tests("GlaneurCorpus", ["GlaneurLexicon", "GlaneurWriters"]),
        tests("GlaneurWriters"),
        tests("GlaneurPipeline"),
        tests("Glaneur", ["FuzzLaws", "GlaneurLexicon", "GlaneurReaders", "GlaneurWriters"]),
        // They run the program, which lies beside the test bundle when all is built.
        .testTarget(name: "EndToEndTests", exclude: ["Snapshots"], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)

// `scripts/fuzz` alone builds it: libFuzzer brings a `main` of its own, which no other build links.
if Context.environment["GLANEUR_FUZZER"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzzer", dependencies: ["FuzzLaws", "GlaneurTestSupport"], path: "Tests/Fuzzer", exclude: ["Seeds"],
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}

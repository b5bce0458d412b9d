package import GlaneurCore

/// How many lines of text exports were told for what they are: by class, and boilerplate by kind.
///
/// The kinds of body and title are not told from one another here; a line stands for the block that holds its first byte.
package struct BlockScore: Sendable {
    /// Counts of one class or kind.
    package struct Counts: Sendable {
        /// What was found as gold has it.
        package var correct = 0
        /// What gold has.
        package var gold = 0
        /// What was found.
        package var system = 0

        /// Makes empty counts.
        package init() {}

        /// The share of what was found that is right, from 0 to 1.
        package var precision: Double { system == 0 ? 1 : Double(correct) / Double(system) }
        /// The share of what gold has that was found, from 0 to 1.
        package var recall: Double { gold == 0 ? 1 : Double(correct) / Double(gold) }
        /// The harmonic mean of both.
        package var f1: Double { gold + system == 0 ? 1 : 2 * Double(correct) / Double(gold + system) }
    }

    /// The three classes, by their names.
    package private(set) var classes: [Block.Class: Counts] = [:]
    /// The kinds of boilerplate.
    package private(set) var kinds: [Block.Kind: Counts] = [:]
    /// What is wrong, a line each.
    package private(set) var differences: [String] = []

    /// Makes an empty score.
    package init() {}

    /// All kinds of boilerplate taken together.
    package var boilerplateKinds: Counts {
        kinds.values.reduce(into: Counts()) { sum, counts in
            sum.correct += counts.correct
            sum.gold += counts.gold
            sum.system += counts.system
        }
    }

    /// Adds a document.
    package mutating func add(_ gold: BlockCorpus.AnnotatedDocument, found document: Document) {
        for line in gold.lines {
            let start = ByteSpan(line.span.start, line.span.start)
            guard let block = document.blocks.last(where: { $0.span.start <= start.start && start.start < $0.span.end })
            else {
                tell(gold, line, document, "nothing")
                count(line.kinds[0].usualClass, found: nil, in: \.classes)
                continue
            }
            let accepted = line.kinds.first { $0.usualClass == block.blockClass && $0 == block.kind }
            let goldClass = line.kinds.map(\.usualClass).first { $0 == block.blockClass } ?? line.kinds[0].usualClass
            count(goldClass, found: block.blockClass, in: \.classes)
            let goldKind = accepted ?? line.kinds[0]
            if goldKind.usualClass == .boilerplate || block.blockClass == .boilerplate {
                count(
                    goldKind.usualClass == .boilerplate ? goldKind : nil,
                    found: block.blockClass == .boilerplate ? block.kind : nil, in: \.kinds)
                if accepted == nil { tell(gold, line, document, block.kind.rawValue) }
            } else if goldClass != block.blockClass {
                tell(gold, line, document, block.kind.rawValue)
            }
        }
    }

    private mutating func count<Key: Hashable>(
        _ gold: Key?, found: Key?, in table: WritableKeyPath<BlockScore, [Key: Counts]>
    ) {
        if let gold { self[keyPath: table][gold, default: Counts()].gold += 1 }
        if let found { self[keyPath: table][found, default: Counts()].system += 1 }
        if let gold, gold == found { self[keyPath: table][gold, default: Counts()].correct += 1 }
    }

    private mutating func tell(
        _ gold: BlockCorpus.AnnotatedDocument, _ line: BlockCorpus.Line, _ document: Document, _ found: String
    ) {
        let wanted = line.kinds.map(\.rawValue).joined(separator: "/")
        differences.append("\(gold.id)\t\(wanted)\t\(found)\t\(document.string(line.span))")
    }
}

extension Block.Kind {
    /// The class that blocks of the kind have in gold.
    fileprivate var usualClass: Block.Class {
        switch self {
        case .main, .heading: .title
        case .paragraph, .standfirst, .blockquote, .list, .table: .body
        default: .boilerplate
        }
    }
}

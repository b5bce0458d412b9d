// Annotates texts that are in memory, several at once, and prints what they mention.

import Glaneur

let texts = [
    "xAI lève 6 milliards de dollars, a annoncé Elon Musk en décembre 2024.",
    "The European Central Bank cut its rate to 2% on 5 June 2025.",
]
let documents = AsyncStream { continuation in
    for (index, text) in texts.enumerated() { continuation.yield(Document(id: "text-\(index + 1)", text: text)) }
    continuation.finish()
}

let pipeline = try Pipeline()
for try await document in pipeline.annotate(documents) {
    for mention in document.mentions {
        let meaning = mention.entityID ?? mention.norm ?? ""
        print(document.id, mention.label.rawValue, document.string(mention.span), meaning, separator: "\t")
    }
}

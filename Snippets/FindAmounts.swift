// Finds the amounts of a text and nothing else.

import Glaneur

// snippet.amounts
let finder = try AmountFinder()
let text = "xAI lève 16,5 milliards de dollars, plus de deux fois les 8 milliards de 2023."
for amount in try finder.amounts(in: text, language: .french) {
    print(amount.label.rawValue, amount.text, amount.norm ?? "", amount.rule, separator: "\t")
}
// snippet.end

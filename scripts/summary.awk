# What document lines hold, for a person: per document its language and the number of ents by label, then the money.
#
# A quote inside a JSON string has a backslash before it, so `"label":"` cannot stand in the text of a document.
BEGIN {
    shown = 20
    money_shown = 25
    print "Documents"
}

function value(text, key,    rest) {
    if (!match(text, "\"" key "\":\"([^\"\\\\]|\\\\.)*\"")) return ""
    rest = substr(text, RSTART + length(key) + 4, RLENGTH - length(key) - 5)
    gsub(/\\"/, "\"", rest)
    gsub(/\\\\/, "\\", rest)
    gsub(/\\[nrt]/, " ", rest)
    return rest
}

# The text with spaces behind it up to a width in characters; awk is run with bytes for characters (LC_ALL=C).
function padded(text, width,    bytes, rest) {
    rest = text
    bytes = gsub(/[\200-\277]/, "", rest)
    return sprintf("%-" (width + bytes) "s", text)
}

{
    documents++
    head = substr($0, 1, 2000)
    id = value(head, "id")
    counts = ""
    delete found
    delete order
    labels = 0
    # Each ent begins with its number.
    pieces = split($0, piece, /\{"id":[0-9]+,/)
    for (index_ = 2; index_ <= pieces; index_++) {
        label = value(piece[index_], "label")
        if (label == "") continue
        if (!(label in found)) order[++labels] = label
        found[label]++
        total++
        if (label == "MONEY" && ++money <= money_shown)
            amounts[money] = "  " padded(value(piece[index_], "norm"), 28) padded(value(piece[index_], "text"), 36) id
    }
    for (index_ = 1; index_ <= labels; index_++) counts = counts " " order[index_] " " found[order[index_]] ","
    sub(/,$/, "", counts)
    if (documents <= shown) print "  " padded(id, 34) padded(value(head, "lang"), 3) counts
}

END {
    if (documents > shown) printf "  … and %d more\n", documents - shown
    printf "  %d documents, %d ents\n", documents, total
    print "\nMoney"
    for (index_ = 1; index_ <= money && index_ <= money_shown; index_++) print amounts[index_]
    if (money > money_shown) printf "  … and %d more\n", money - money_shown
    if (!money) print "  none"
}

/// A place in a page that says something of the article.
struct PageSign {
    /// What it speaks of.
    enum Subject {
        case author, published, updated, date
    }

    /// How the page says what it is.
    enum Form: Int {
        /// `itemprop`, or `property` in the vocabulary of schema.org.
        case microdata
        /// `rel="author"`.
        case relation
        /// The element `time`, or `abbr` as in hAtom.
        case time
        /// Words of `class`, `id` or another attribute.
        case names
    }

    let subject: Subject
    let form: Form
    /// What it says for machines: `datetime`, `content`, the title of an `abbr`.
    let value: String?
    /// Its text, a line end where blocks end and U+001F where links do.
    var text: String = ""
    /// How many blocks of text stand before it.
    let block: Int
    /// The sign that it lies in.
    let parent: Int?
}

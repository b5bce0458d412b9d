/// The elements of HTML as far as they say something about text.
enum HTMLElement: String, Sendable, CaseIterable {
    case html, head, title, meta, link, body, script, style, time, base
    case article, main, section, div, nav, aside, header, footer, address, form
    case h1, h2, h3, h4, h5, h6, p, pre, blockquote, figure, figcaption, hr, br
    case ul, ol, li, dl, dt, dd, table, caption, thead, tbody, tfoot, tr, td, th
    case a, button, select, option, textarea, input, label, fieldset, legend, dialog, menu, details, summary
    case noscript, template, iframe, object, embed, canvas, svg, math, audio, video, picture, map, applet
    case center, dir, noframes
    /// Any other: inline, as in browsers.
    case other

    init(name: String) { self = HTMLElement(rawValue: name) ?? .other }

    /// Its place among all, for telling one from another quickly.
    var rank: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

    /// Whether a browser puts it on lines of its own.
    var isBlock: Bool {
        switch self {
        case .html, .head, .title, .body, .article, .main, .section, .div, .nav, .aside, .header, .footer, .address,
            .form, .h1, .h2, .h3, .h4, .h5, .h6, .p, .pre, .blockquote, .figure, .figcaption, .hr, .ul, .ol, .li, .dl,
            .dt, .dd, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .fieldset, .legend, .dialog, .menu,
            .details, .summary, .center, .dir, .option, .noscript:
            true
        default: false
        }
    }

    /// Whether its contents are no text of the page.
    var isSkipped: Bool {
        switch self {
        case .script, .style, .template, .iframe, .object, .embed, .canvas, .svg, .math, .audio, .video, .select,
            .textarea, .noframes, .applet, .map, .button:
            true
        default: false
        }
    }

    /// Whether it never has contents.
    var isVoid: Bool {
        switch self {
        case .meta, .link, .base, .hr, .br, .input, .embed: true
        default: false
        }
    }

    /// Whether authors put what is not the article into it.
    var isFurniture: Bool {
        switch self {
        case .nav, .aside, .footer, .menu, .dialog: true
        default: false
        }
    }

    /// Whether it is a heading.
    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }

    /// Whether it usually holds one paragraph, and not others.
    var isParagraph: Bool {
        switch self {
        case .p, .pre, .li, .dt, .dd, .figcaption, .caption, .summary, .legend: true
        default: isHeading
        }
    }
}

extension Page {
  /// A page that runs nothing and loads nothing, whatever a hostile name may bring.
  ///
  /// - Parameters:
  ///   - policy: What it may do, where that is more than to style itself.
  ///   - body: The element itself.
  func document(
    _ title: String, style: Markup,
    policy: String = "default-src 'none'; style-src 'unsafe-inline'", body: () -> Markup
  ) -> Markup {
    Markup.own("<!DOCTYPE html>\n")
      + tag("html", ["lang": languageTag]) {
        tag("head") {
          void("meta", ["charset": "utf-8"])
          void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
          void("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
          void("meta", ["name": "generator", "content": "siting \(imprint.engineVersion)"])
          tag("title") { title }
          tag("style") { style }
        }
        body()
      }
  }
}

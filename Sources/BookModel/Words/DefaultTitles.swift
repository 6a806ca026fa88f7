extension InterfaceWords {
  /// The default title of an admonition, by its keyword as Docusaurus has it (theme-common, admonition types); a
  /// site's own keyword stands for itself.
  package func admonition(_ admonition: Admonition) -> String {
    switch admonition.keyword.lowercased() {
    case "note", "secondary", "": note
    case "tip": tip
    case "info": info
    case "warning": warning
    case "danger": danger
    case "caution": caution
    case "important": important
    case "success": success
    default: admonition.keyword.prefix(1).uppercased() + admonition.keyword.dropFirst()
    }
  }

  /// What a contributor did, by the MARC relator code.
  package func deed(of role: String) -> String {
    switch role {
    case "edt": editors
    case "ill": illustrators
    case "trl": translators
    default: contributors
    }
  }
}

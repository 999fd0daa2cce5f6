/** Endings of files that may hold a story, as file dialogs and the system's "open with" name them. What is in them decides. */
export const storyExtensions: readonly string[] = [
  ...['txt', 'md', 'markdown', 'html', 'htm', 'docx', 'json'],
  // Wire: in JSON, in XML, and as systems of the seven-bit wires name it.
  ...['ninjs', 'xml', 'nitf', 'iptc', '7901', 'anpa', 'tst'],
]

/** The same as a page's file field takes them. */
export const acceptedFiles = storyExtensions.map((ending) => `.${ending}`).join(',')

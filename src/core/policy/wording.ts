const names: Readonly<Record<string, string>> = {
  AP: 'AP',
  R: 'Reuters',
  AFP: 'AFP',
  PTI: 'PTI',
  ANI: 'ANI',
  IANS: 'IANS',
  UNI: 'UNI',
  dpa: 'dpa',
  KCNA: 'KCNA',
}

/** How an agency is called in a sentence or credit line, by its code; the code itself where the house knows no other. */
export function agencyName(code: string | undefined): string {
  return code === undefined ? 'an agency' : (names[code] ?? code)
}

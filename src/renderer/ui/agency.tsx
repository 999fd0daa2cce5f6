// Codes as the desk writes them, in the order of their hues (look.md); a ninth reuses a hue and its letter decides.
const codes = ['AP', 'R', 'AFP', 'PTI', 'ANI', 'IANS', 'UNI', 'dpa', 'KCNA']
const hues = 8

/** The letters that stand for an agency in gutters and bars. */
export function agencyCode(agency: string): string {
  const known = codes.find((code) => code.toLowerCase() === agency.toLowerCase())
  if (known) return known
  if (/^reuters$/i.test(agency)) return 'R'
  return agency.slice(0, 3)
}

/** The number of an agency's hue, 1 to 8; the same agency always has the same. */
export function agencyHue(agency: string): number {
  const code = agencyCode(agency)
  const at = codes.indexOf(code)
  if (at >= 0) return (at % hues) + 1
  let sum = 0
  for (const letter of code) sum += letter.codePointAt(0)!
  return (sum % hues) + 1
}

/** An agency's letters in its hue. */
export function AgencyCode({ agency }: { agency: string }) {
  return <span className={`agency-code hue-${agencyHue(agency)}`}>{agencyCode(agency)}</span>
}

// Below this share a letter does not fit its stretch of the bar.
const letterFits = 0.14

/** Which part of a story comes from which agency: letters and colours on a bar, percentages on hover and for readers. */
export function ShareBar({ shares }: { shares: readonly { agency: string; share: number }[] }) {
  const spoken = shares
    .filter(({ share }) => share > 0)
    .map(({ agency, share }) => `${agencyCode(agency)} ${Math.round(share * 100)} %`)
    .join(', ')
  if (!spoken) return <span className="grey">No wire</span>
  return (
    <div className="share-bar" role="img" aria-label={`Wire: ${spoken}`} title={spoken}>
      {shares.map(({ agency, share }) => (
        <span key={agency} className={`hue-${agencyHue(agency)}`} style={{ flexGrow: share, flexBasis: 0 }}>
          {share >= letterFits ? agencyCode(agency) : ''}
        </span>
      ))}
      <span
        className="own"
        style={{ flexGrow: Math.max(0, 1 - shares.reduce((sum, { share }) => sum + share, 0)), flexBasis: 0 }}
      />
    </div>
  )
}

import { wordsOf, type Assessment } from '../analysis'
import type { StoryText } from '../manuscript'
import type { AttributionReport, Release, Source } from '../record'

/** Who said what, what it stands on and who looked, as it stands when a story is signed. */
export function attributionReport(
  story: StoryText,
  assessment: Assessment,
  sources: readonly Source[],
): AttributionReport {
  const attached = new Set(sources.map(({ id }) => id))
  return {
    quotations: assessment.utterances.map(({ state, speaker, quotations }) => {
      const longest = quotations.reduce((a, b) =>
        wordsOf(story, b.quotation).length > wordsOf(story, a.quotation).length ? b : a,
      )
      const confirmed = quotations
        .flatMap(({ decisions }) => decisions)
        .findLast(({ ruling }) => ruling.kind === 'confirm' || ruling.kind === 'accept')
      const from = quotations.flatMap(({ check, decisions }) => [
        ...decisions.flatMap(({ ruling }) => (ruling.kind === 'source' ? [ruling.source] : [])),
        ...(check?.from.map(({ source }) => source) ?? []),
      ])
      return {
        // The comma before a cue belongs to the sentence, not to the words.
        words: wordsOf(story, longest.quotation).replace(/,$/, ''),
        ...(speaker === undefined ? {} : { speaker }),
        state,
        places: quotations.length,
        sources: [...new Set(from)].filter((id) => attached.has(id)),
        ...(state === 'checked' && confirmed ? { by: confirmed.by, at: confirmed.at } : {}),
      }
    }),
    sources: sources.map(({ id, sha256, agency, slug, headline, version, at }) => ({
      id,
      sha256,
      ...(agency === undefined ? {} : { agency }),
      ...(slug === undefined ? {} : { slug }),
      ...(headline === undefined ? {} : { headline }),
      ...(version === undefined ? {} : { version }),
      ...(at === undefined ? {} : { at }),
    })),
    shares: assessment.digest.shares,
    credits: assessment.provenance.credits.map(({ agency, start, end, verdict }) => ({
      ...(agency === undefined ? {} : { agency }),
      ...(start === undefined || end === undefined ? {} : { words: story.text.slice(start, end) }),
      verdict,
    })),
    notChecked: assessment.notChecked,
  }
}

/** What people let through, as a release keeps it. */
export function letThrough(settled: Assessment['settled']): Release['waived'] {
  return settled.map(({ finding, decision }) => ({
    rule: finding.rule,
    message: finding.message,
    by: decision.by,
    reason: decision.reason ?? '',
    as: decision.ruling.kind as 'waive' | 'acknowledge' | 'wrong-alarm',
    at: decision.at,
  }))
}

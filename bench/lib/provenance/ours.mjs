/** The engine as `writethru provenance --jsonl` calls it: text as it is, structure detected, quotations found. */
export async function loadOurs(core) {
  const [manuscript, quotations, provenance] = await Promise.all(
    ['manuscript', 'quotations', 'provenance'].map((room) => import(new URL(`${room}.js`, core).href)),
  )
  const read = (text) => {
    const story = manuscript.storyText(text)
    return { story, quotations: quotations.findQuotations(story).quotations }
  }
  return {
    ...provenance,
    storyText: manuscript.storyText,
    read,
    answer: (text, sources) => provenance.traceProvenance({ ...read(text), sources }),
  }
}

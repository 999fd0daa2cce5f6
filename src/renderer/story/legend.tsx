import type { QuotationState } from '@core/analysis'
import { stateWords } from '../ui'
import './legend.css'

// Heaviest first, as a reader of the page should look at them.
const states: readonly QuotationState[] = ['altered', 'check-again', 'open', 'attributed', 'matched', 'checked']

const levels = [
  { level: 'verbatim', meaning: 'word for word from the agency whose letters stand beside it' },
  { level: 'light', meaning: 'lightly rewritten' },
  { level: 'heavy', meaning: 'rewritten' },
]

/** What the lines under the words and the bars beside them mean. */
export function Legend() {
  return (
    <section className="legend" aria-label="What the marks mean">
      <h3>Marks on the page</h3>
      <dl>
        {states.map((state) => (
          <div key={state}>
            <dt>
              <span className={`quotation quotation-${state} quotation-last last-${state}`}>said words</span>
            </dt>
            <dd>
              {stateWords[state].title}. <span className="grey">{stateWords[state].meaning}.</span>
            </dd>
          </div>
        ))}
        {levels.map(({ level, meaning }) => (
          <div key={level}>
            <dt>
              <span className={`legend-bar hue-1 from-${level}`} />
            </dt>
            <dd className="grey">A paragraph {meaning}.</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Rows of the report: a measure, ours, the baselines by name, and what must and should be reached. */
export function createTable(names) {
  const rows = []
  return {
    add: (row) => rows.push(row),
    rows,
    print() {
      const columns = ['measure', 'ours', ...names, 'must', 'aim', '']
      const lines = rows.map(({ measure, ours, others = {}, must, aim, lower }) => [
        measure,
        show(ours),
        ...names.map((name) => (others[name] === undefined ? '–' : show(others[name]))),
        must === undefined ? '' : `${lower ? '≤ ' : '≥ '}${show(must)}`,
        aim === undefined ? '' : `${lower ? '≤ ' : '≥ '}${show(aim)}`,
        reached(ours, must, aim, lower),
      ])
      const widths = columns.map((column, at) => Math.max(column.length, ...lines.map((line) => line[at].length)))
      for (const line of [columns, ...lines])
        console.log(line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join('  '))
      return rows.every(({ ours, must, lower }) => must === undefined || holds(ours, must, lower))
    },
  }
}

const holds = (value, limit, lower) => (lower ? value <= limit + 1e-9 : value >= limit - 1e-9)

function reached(value, must, aim, lower) {
  if (must === undefined) return ''
  if (!holds(value, must, lower)) return 'below must'
  return aim === undefined || holds(value, aim, lower) ? 'aim' : 'must'
}

function show(value) {
  if (typeof value !== 'number') return String(value)
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 2 ? 1 : 3)
}

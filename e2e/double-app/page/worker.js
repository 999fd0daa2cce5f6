import { double } from './part.js'

const answered = await fetch('./echo', { method: 'POST', body: 'of the worker' })
postMessage([double(21), (await answered.json()).body])

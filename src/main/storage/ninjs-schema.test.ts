import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { writeCopy } from '@core/formats'
import { manuscriptFromText, schema } from '@core/manuscript'

// IPTC's own schema (MIT), see e2e/material/ninjs.
const iptc: unknown = JSON.parse(
  readFileSync(new URL('../../../e2e/material/ninjs/ninjs-schema_3.1.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
// The schema refers to GeoJSON's for geometries; our items have none, so nothing passes as one.
ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json', not: {} })
const validate = ajv.compile(iptc as object)

const sample = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')
const empty = schema.node('doc', null, [schema.node('paragraph')])
const meta = { slug: 'orr-cable-quarrel', language: 'en-GB', uri: 'urn:writethru:1' }
const released = { ...meta, version: '3', publishedAt: '2026-10-06T18:00:00.123Z' }

const items = [
  ['the sample story', manuscriptFromText(sample('resources/sample/story.txt')), released],
  ['a story with byline and dateline', manuscriptFromText(sample('e2e/material/flood-story.txt')), released],
  ['a draft that has no hour yet', manuscriptFromText(sample('resources/sample/story.txt')), meta],
  ['an empty story', empty, meta],
  ['a story that was killed', manuscriptFromText(sample('resources/sample/story.txt')), { ...released, killed: true }],
] as const

test.each(items)('%s is ninjs 3.1 as IPTC’s schema has it', (_, manuscript, given) => {
  const item: unknown = JSON.parse(new TextDecoder().decode(writeCopy(manuscript, given, 'ninjs').bytes))
  validate(item)
  expect(validate.errors ?? []).toEqual([])
})

test('the schema refuses what is not ninjs', () => {
  expect(validate({ uri: 'urn:x', pubStatus: 'published' })).toBe(false)
})

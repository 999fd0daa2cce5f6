import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const at = (path: string) => resolve(import.meta.dirname, path)
const rooms = [
  'manuscript',
  'language',
  'quotations',
  'provenance',
  'comparison',
  'annotations',
  'policy',
  'formats',
  'record',
  'analysis',
  'release',
]

// The engine as plain ES modules for benches and pipelines: everything bundled, no Node, no DOM.
export default defineConfig({
  // Libraries that ship a variant for pages must give the one that needs no DOM.
  resolve: { alias: { '@core': at('src/core') }, conditions: ['worker', 'module', 'import', 'default'] },
  publicDir: false,
  build: {
    outDir: 'out/core',
    emptyOutDir: true,
    minify: false,
    target: 'es2023',
    lib: {
      entry: Object.fromEntries(rooms.map((room) => [room, at(`src/core/${room}/index.ts`)])),
      formats: ['es'],
    },
  },
})

import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => resolve(import.meta.dirname, path)
const alias = { '@core': at('src/core'), '@contract': at('src/contract') }

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      // Whole in out/main: it starts in a third of the time, and readers may be kept from every other file.
      externalizeDeps: false,
      lib: {
        entry: {
          index: at('src/main/index.ts'),
          loopback: at('src/main/loopback.ts'),
          cli: at('src/main/cli.ts'),
          'library-worker': at('src/main/storage/library-worker.ts'),
          'basket-worker': at('src/main/basket/basket-worker.ts'),
          reader: at('src/main/reader/reader.ts'),
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      externalizeDeps: false,
      rolldownOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    // Small files stay files: an inlined one is a data address, which the page may not fetch.
    build: { minify: true, assetsInlineLimit: 0 },
    resolve: { alias: { ...alias, '@renderer': at('src/renderer') } },
    plugins: [react()],
    worker: { format: 'es' },
  },
})

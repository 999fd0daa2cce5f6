import { defineConfig } from 'vitest/config'

const at = (path: string) => new URL(path, import.meta.url).pathname

export default defineConfig({
  resolve: {
    alias: { '@core': at('./src/core'), '@contract': at('./src/contract'), '@renderer': at('./src/renderer') },
  },
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], css: true, testTimeout: 60_000 },
})

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

// The one kind of script address this page may start a worker from; the content security policy names this policy.
const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('writethru-worker', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError('Workers come from this page only')
    return url
  },
})

/** Starts a worker of this page's own scripts. */
export function startWorker(address: string, name: string): Worker {
  const url = new URL(address, location.href).href
  return new Worker(trusted ? trusted.createScriptURL(url) : url, { type: 'module', name })
}

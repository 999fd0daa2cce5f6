globalThis.ofPage = 'seen'
const policy = globalThis.trustedTypes.createPolicy('trial', { createScriptURL: (url) => url })
globalThis.startWorker = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(policy.createScriptURL('./worker.js'), { type: 'module' })
    worker.addEventListener('message', ({ data }) => resolve(data))
    worker.addEventListener('error', ({ message }) => reject(new Error(message)))
  })

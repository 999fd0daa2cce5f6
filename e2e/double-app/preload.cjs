const { contextBridge, ipcRenderer } = require('electron')

const attempt = (name) => {
  try {
    require(name)
    return 'loaded'
  } catch (error) {
    return error.message
  }
}
globalThis.secret = 'of the preload'
contextBridge.exposeInMainWorld('trial', {
  ask: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
  listen: (channel, heard) => ipcRenderer.on(channel, (_event, ...values) => heard(...values)),
  required: ['fs', 'node:child_process', './other.cjs'].map(attempt),
  globals: [typeof process, typeof Buffer],
})

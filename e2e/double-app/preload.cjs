const { contextBridge, ipcRenderer } = require('electron')

const attempt = (what) => {
  try {
    return what() ?? 'done'
  } catch (error) {
    return error.message
  }
}
globalThis.secret = 'of the preload'
contextBridge.exposeInMainWorld('trial', {
  ask: (channel, ...values) => ipcRenderer.invoke(channel, ...values),
  say: (channel, value) => ipcRenderer.send(channel, value),
  listen: (channel, heard) => {
    ipcRenderer.on(channel, (_event, ...values) => heard(...values))
  },
  required: ['fs', 'node:child_process', './other.cjs'].map((name) => attempt(() => typeof require(name))),
  seesPage: () => typeof globalThis.ofPage,
  exposeAgain: () => attempt(() => contextBridge.exposeInMainWorld('trial', {})),
  nothing: () => attempt(() => ipcRenderer.nothing),
  instance: new Date(5),
})

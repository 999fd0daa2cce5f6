import { contextBridge, ipcRenderer } from 'electron'
import type { Carrier } from '../contract/wire'

const carrier: Carrier = {
  call: (name, input) => ipcRenderer.invoke('writethru:request', name, input),
  listen(onEvent) {
    const relay = (_event: unknown, name: string, payload: unknown) => onEvent(name, payload)
    ipcRenderer.on('writethru:event', relay)
    return () => {
      ipcRenderer.removeListener('writethru:event', relay)
    }
  },
}
contextBridge.exposeInMainWorld('writethru', carrier)

import './tokens.css'
import './ui/base.css'
import './ui/ui.css'
import './app/app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { loadSettings } from './app/settings'

// The theme and zoom are known before the first paint of a screen, so nothing flashes.
await loadSettings()
createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

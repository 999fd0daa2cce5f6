import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import { BasketScreen, WireNewsBanner } from '../basket'
import { listenForKeys, runFromMenu } from '../commands/registry'
import { CompareScreen, MergeScreen } from '../compare'
import { Desk } from '../desk'
import { host, hostIsLost, inOwnWindow, onHostLost } from '../host'
import { usePlace, type Place } from '../navigation'
import { PublishScreen } from '../publish'
import { ReviewScreen } from '../review'
import { SettingsScreen } from '../settings'
import { StoryScreen } from '../story'
import { Button, sayError, Toasts } from '../ui'
import { ErrorBoundary } from './error-boundary'
import { ShortcutHelp } from './help'
import { Imports } from './imports'
import { MenuBar, useSystemMenu } from './menu-bar'
import { Palette } from './palette'
import { settings } from './settings'
import { useShellCommands } from './shell-commands'

/** The window: one screen, and what stands over every screen. */
export function App() {
  const place = usePlace()
  const [panel, setPanel] = useState<'palette' | 'help'>()
  const lost = useSyncExternalStore(onHostLost, hostIsLost)
  useShellCommands(place, (next) => setPanel((now) => (now === next ? undefined : next)))
  useLayoutEffect(() => listenForKeys(() => settings().singleKeys), [])
  useSystemMenu()
  useEffect(() => host.on('menu.chosen', ({ command }) => void runFromMenu(command)), [])
  // Every story on this page belongs to the library that was let go of.
  useEffect(
    () =>
      host.on('library.opened', () => {
        location.hash = '#/desk'
        location.reload()
      }),
    [],
  )
  useFaults()
  useFocusOnArrival(place)
  return (
    <div className="app">
      <a
        className="skip"
        href="#screen"
        onClick={(event) => {
          event.preventDefault()
          document.querySelector<HTMLElement>('#screen')?.focus()
        }}
      >
        Skip to the screen
      </a>
      {!inOwnWindow() && <MenuBar />}
      {lost && (
        <div className="banner danger" role="alert">
          The desk stopped answering. Everything shown as saved is kept. Start Writethru again, then reload this page.
          <Button size="small" onPress={() => location.reload()}>
            Reload
          </Button>
        </div>
      )}
      <WireNewsBanner />
      <ErrorBoundary key={place.screen}>
        <ScreenAt place={place} />
      </ErrorBoundary>
      <Imports />
      <Toasts />
      {panel === 'palette' && <Palette onClose={() => setPanel(undefined)} />}
      {panel === 'help' && <ShortcutHelp onClose={() => setPanel(undefined)} />}
    </div>
  )
}

function ScreenAt({ place }: { place: Place }) {
  if (place.screen === 'settings') return <SettingsScreen />
  if (place.screen === 'basket') return <BasketScreen />
  if (place.screen === 'story') return <StoryScreen story={place.story} />
  if (place.screen === 'publish') return <PublishScreen story={place.story} />
  if (place.screen === 'compare')
    return (
      <CompareScreen
        story={place.story}
        {...(place.old === undefined ? {} : { old: place.old })}
        {...(place.new === undefined ? {} : { now: place.new })}
      />
    )
  if (place.screen === 'merge') return <MergeScreen story={place.story} tip={place.tip} />
  if (place.screen === 'review') return <ReviewScreen story={place.story} />
  return <Desk />
}

/** Faults nobody caught are shown too: a page never fails in silence. */
function useFaults() {
  useEffect(() => {
    const onRejection = ({ reason }: PromiseRejectionEvent) => {
      console.error(reason)
      sayError(reason)
    }
    const onError = ({ error, message }: ErrorEvent) => {
      // Observers that could not keep up tell the next frame; nothing failed.
      if (!message.startsWith('ResizeObserver')) sayError(error ?? message)
    }
    addEventListener('unhandledrejection', onRejection)
    addEventListener('error', onError)
    return () => {
      removeEventListener('unhandledrejection', onRejection)
      removeEventListener('error', onError)
    }
  }, [])
}

/** A new screen has the focus, unless something in it took it already. */
function useFocusOnArrival(place: Place) {
  const where = JSON.stringify(place)
  useEffect(() => {
    const screen = document.querySelector<HTMLElement>('#screen')
    if (screen && !screen.contains(document.activeElement)) screen.focus({ preventScroll: true })
  }, [where])
}

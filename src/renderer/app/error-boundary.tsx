import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Button, EmptyState } from '../ui'

/** Stands in for a screen that failed, saying what was kept; the rest of the window goes on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: Error | undefined }> {
  override state = { failed: undefined as Error | undefined }
  static getDerivedStateFromError(failed: unknown) {
    return { failed: failed instanceof Error ? failed : new Error(String(failed)) }
  }
  override componentDidCatch(failed: Error, info: ErrorInfo) {
    console.error(failed, info.componentStack)
  }
  override render() {
    const { failed } = this.state
    if (!failed) return this.props.children
    return (
      <main className="screen" id="screen" tabIndex={-1}>
        <EmptyState
          title="This screen failed"
          actions={
            <>
              <Button kind="primary" onPress={() => location.reload()}>
                Reload the page
              </Button>
              <Button
                onPress={() => {
                  location.hash = '#/desk'
                  this.setState({ failed: undefined })
                }}
              >
                Go to the desk
              </Button>
            </>
          }
        >
          Everything shown as saved is kept. Reload to go on where you were. The fault was: {failed.message}
        </EmptyState>
      </main>
    )
  }
}

/** A page that breaks shows what broke and a way on; the frame around it stays. */
import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'

type ShownProps = { readonly error: unknown; readonly onRetry: () => void }

function Broken({ error, onRetry }: ShownProps) {
  const { t } = useTranslation()
  const message = error instanceof Error ? error.message : String(error)
  const details = error instanceof Error ? (error.stack ?? message) : message
  return (
    <Alert
      severity="error"
      sx={{ m: 3 }}
      action={
        <>
          <Button color="inherit" size="small" onClick={onRetry}>
            {t('frame:retry')}
          </Button>
          <Button
            color="inherit"
            size="small"
            onClick={() => void navigator.clipboard.writeText(details)}
          >
            {t('frame:copyDetails')}
          </Button>
        </>
      }
    >
      {t('frame:fault.page', { message })}
    </Alert>
  )
}

/** For a route that threw while it was loaded or rendered. */
export function RouteBroken() {
  return <Broken error={useRouteError()} onRetry={() => location.reload()} />
}

/** React offers no hook for this: the one class component of the page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <Broken error={this.state.error} onRetry={() => this.setState({ error: null })} />
  }
}

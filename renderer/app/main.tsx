/** The page's entry: waits for nothing; what is asked before the engine's port comes is queued. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { ErrorBoundary } from './error-boundary.tsx'
import { hostOf } from './host.ts'
import { startTexts } from './i18n.ts'
import { loadPreferences } from './preferences.ts'
import { Providers } from './providers.tsx'
import { newRouter } from './routes.tsx'
import { enginePort, wireOver } from './wire.ts'

const surroundings = { wire: wireOver(enginePort(window)), host: hostOf(window) }
const texts = startTexts(loadPreferences(localStorage).language)
const router = newRouter()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Providers surroundings={surroundings} texts={texts}>
        <ErrorBoundary>
          <RouterProvider router={router} />
        </ErrorBoundary>
      </Providers>
    </StrictMode>,
  )
}

/** Which screen answers which address. Screens load when first looked at. */
import { createHashRouter } from 'react-router'
import { RouteBroken } from './error-boundary.tsx'
import { Frame } from './frame.tsx'

const desk = () => import('../pages/desk/desk-page.tsx')
const enterprise = () => import('../pages/enterprise/enterprise-page.tsx')
const archive = () => import('../pages/archive/archive-page.tsx')
const programmes = () => import('../pages/programmes/programmes-page.tsx')
const programme = () => import('../pages/programmes/programme-page.tsx')
const applications = () => import('../pages/application/applications-page.tsx')
const application = () => import('../pages/application/application-page.tsx')
const reserve = () => import('../pages/reserve/reserve-page.tsx')
const review = () => import('../pages/review/review-page.tsx')
const reading = () => import('../pages/review/reading-page.tsx')
const settings = () => import('../pages/settings/settings-page.tsx')
const verify = () => import('../pages/verify/verify-page.tsx')

export function newRouter() {
  return createHashRouter([
    {
      path: '/',
      Component: Frame,
      ErrorBoundary: RouteBroken,
      HydrateFallback: () => null,
      children: [
        {
          ErrorBoundary: RouteBroken,
          children: [
            { index: true, lazy: async () => ({ Component: (await desk()).DeskPage }) },
            {
              path: 'enterprise',
              lazy: async () => ({ Component: (await enterprise()).EnterprisePage }),
            },
            {
              path: 'archive/:sha256?',
              lazy: async () => ({ Component: (await archive()).ArchivePage }),
            },
            {
              path: 'programmes',
              lazy: async () => ({ Component: (await programmes()).ProgrammesPage }),
            },
            {
              path: 'programmes/:id/:edition',
              lazy: async () => ({ Component: (await programme()).ProgrammePage }),
            },
            {
              path: 'applications',
              lazy: async () => ({ Component: (await applications()).ApplicationsPage }),
            },
            {
              path: 'applications/:id/:step?',
              lazy: async () => ({ Component: (await application()).ApplicationPage }),
            },
            {
              path: 'reserve',
              lazy: async () => ({ Component: (await reserve()).ReservePage }),
            },
            {
              path: 'verify',
              lazy: async () => ({ Component: (await verify()).VerifyPage }),
            },
            {
              path: 'review',
              lazy: async () => ({ Component: (await review()).ReviewPage }),
            },
            {
              path: 'review/:seq',
              lazy: async () => ({ Component: (await reading()).ReadingPage }),
            },
            {
              path: 'settings',
              lazy: async () => ({ Component: (await settings()).SettingsPage }),
            },
          ],
        },
      ],
    },
  ])
}

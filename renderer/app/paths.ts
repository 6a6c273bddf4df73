/** Addresses by what they show, so that no screen writes one by hand. */
export const paths = {
  desk: '/',
  enterprise: '/enterprise',
  archive: '/archive',
  material: (sha256: string) => `/archive/${sha256}`,
  programmes: '/programmes',
  programme: (id: string, edition: string) => `/programmes/${id}/${edition}`,
  applications: '/applications',
  application: (id: string, step?: string) => `/applications/${id}${step ? `/${step}` : ''}`,
  settings: '/settings',
} as const

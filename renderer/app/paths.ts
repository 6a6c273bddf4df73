/** Addresses by what they show, so that no screen writes one by hand. */
export const paths = {
  desk: '/',
  enterprise: '/enterprise',
  archive: '/archive',
  material: (sha256: string) => `/archive/${sha256}`,
  programmes: '/programmes',
  programme: (id: string, edition: string, track?: string) =>
    `/programmes/${id}/${edition}${track ? `?track=${track}` : ''}`,
  applications: '/applications',
  application: (id: string, step?: string) => `/applications/${id}${step ? `/${step}` : ''}`,
  reserve: '/reserve',
  review: '/review',
  submission: (seq: number) => `/review/${seq}`,
  settings: '/settings',
  verify: '/verify',
  packs: '/settings?at=packs',
} as const

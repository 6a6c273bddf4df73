import { useTranslation } from 'react-i18next'
import type { Identity } from '../../shared/model/bundle.ts'

/** What an identity is called; one that was made without a name goes by its fingerprint. */
export function useSignerName(): (identity: Pick<Identity, 'name' | 'fingerprint'>) => string {
  const { t } = useTranslation('proof')
  return ({ name, fingerprint }) =>
    name || t('identity.nameless', { fingerprint: fingerprint.slice(0, 8).toUpperCase() })
}

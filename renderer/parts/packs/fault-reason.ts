/** Why a pack is faulty, in the language shown; Chinese comes whole, the schema's words included. */
import { useTranslation } from 'react-i18next'
import type { PackFault } from '../../../shared/model/programme.ts'
import { useLanguage } from '../../app/i18n.ts'

export function useFaultReason(): (fault: PackFault) => string {
  const { t } = useTranslation('pack')
  const language = useLanguage()
  return ({ code, data, reason }) =>
    language === 'zh-CN' && reason !== '' ? reason : t(`pack:${code}`, data)
}

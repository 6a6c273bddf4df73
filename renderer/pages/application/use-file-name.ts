/** The default name of what leaves the office: <short>_<单位>_<yyyymmdd>. */
import { useAsk } from '../../app/use-ask.ts'
import { useApplication } from './application-context.ts'

/** A part of a file name without what Windows refuses in names. */
const namePart = (text: string) => text.replace(/[\\/:*?"<>|\s]+/g, '').slice(0, 40)

export function useFileName(): (ending: 'zip' | 'pdf') => string {
  const { view, today } = useApplication()
  const enterprise = useAsk('enterprise.open', {})
  const name = namePart(enterprise.data?.facts.name ?? '')
  const parts = [namePart(view.short), name, today.replaceAll('-', '')]
  return (ending) => `${parts.filter((part) => part !== '').join('_')}.${ending}`
}

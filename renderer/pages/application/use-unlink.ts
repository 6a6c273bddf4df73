import { useTranslation } from 'react-i18next'
import { useTellTaken } from '../../app/second-thought.tsx'
import { useAct } from '../../app/use-act.ts'
import { useApplication } from './application-context.ts'

type Linked = { readonly slot: string; readonly sha256: string; readonly name: string }

/** Takes a paper out of its slot; brought back, it stands where and as it stood. */
export function useUnlink({ slot, sha256, name }: Linked) {
  const { t } = useTranslation('application')
  const { view } = useApplication()
  const { mutateAsync, isPending, error, reset } = useAct('application.detach', { key: view.id })
  const { mutateAsync: putBack } = useAct('application.putBack', { key: view.id })
  const tell = useTellTaken()
  const at = { id: view.id, slot, sha256 }
  const take = () => {
    const gone = mutateAsync(at)
    tell(gone, t('slot.removed', { name }), async () => {
      const { taken } = await gone
      return putBack({ ...at, taken })
    })
  }
  return { take, isPending, error, reset }
}

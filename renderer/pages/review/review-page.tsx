/** 审核: the bundles that lie on the reviewer's desk, or the way to a desk. Needs no vault. */
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { DeskView } from './desk-view.tsx'
import { OpenDesk } from './open-desk.tsx'

export function ReviewPage() {
  const ask = useAsk('review.state', {})
  return (
    <Asked ask={ask}>
      {({ open, recent }) => (open ? <DeskView desk={open} /> : <OpenDesk recent={recent} />)}
    </Asked>
  )
}

/** 申报书阅读: contents at the left, the text beside it, the opinion and the papers at the right. */
import { useParams } from 'react-router'
import { useAsk } from '../../app/use-ask.ts'
import { Asked } from '../../parts/asked.tsx'
import { ReadingView } from './reading-view.tsx'

export function ReadingPage() {
  const seq = Number(useParams().seq)
  const reading = useAsk('review.read', { seq })
  const judgement = useAsk('review.judgement', { seq })
  return (
    <Asked ask={reading}>
      {(read) => (
        <Asked ask={judgement}>
          {(view) => <ReadingView key={seq} reading={read} view={view} />}
        </Asked>
      )}
    </Asked>
  )
}

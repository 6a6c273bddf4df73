/** Above everything that a bundle says: it may come from somebody else than it names. */
import Box from '@mui/material/Box'
import type { ReviewRow } from '../../../shared/model/review.ts'
import { TrustNotice } from '../../parts/verify/trust-notice.tsx'

export function StrangeSigner({ row }: { readonly row: ReviewRow }) {
  const { trust, report } = row
  const { signer } = report
  if (trust?.state !== 'changed' || !signer) return null
  return (
    <Box sx={{ px: 2, pt: 1 }}>
      <TrustNotice trust={trust} signer={signer} />
    </Box>
  )
}

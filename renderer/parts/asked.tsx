import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FaultAlert } from '../app/fault-text.tsx'
import type { CallError } from '../app/wire.ts'

type Props<T> = {
  readonly ask: UseQueryResult<T, CallError>
  readonly children: (answer: T) => ReactNode
}

/** A question's answer, or that it is on its way, or why it did not come. */
export function Asked<T>({ ask, children }: Props<T>) {
  if (ask.data !== undefined) return children(ask.data)
  if (ask.error) return <FaultAlert error={ask.error} onRetry={() => void ask.refetch()} />
  return (
    <Stack spacing={1} aria-busy="true">
      <Skeleton variant="rounded" height="2.5rem" />
      <Skeleton variant="rounded" height="6rem" />
    </Stack>
  )
}

/** What answers a call. Each area has its own table, complete by its type; the gate joins them. */
import type { z } from 'zod'
import type { Call } from '../../shared/calls/call.ts'
import { type Desk, houseOn } from './desk.ts'
import type { House, Job } from './house.ts'

type SomeCalls = { readonly [name: string]: Call<z.ZodType, unknown> }

/** A handler for every one of these calls: a missing or misspelt one does not compile. */
export type HandlersOf<C extends SomeCalls> = {
  readonly [N in keyof C]: (
    desk: Desk,
    input: z.output<C[N]['input']>,
    job: Job,
  ) => C[N] extends Call<z.ZodType, infer O> ? O | Promise<O> : never
}

/** A service that needs nothing but the open house. */
export const inHouse =
  <I, O>(service: (house: House, input: I, job: Job) => O) =>
  (desk: Desk, input: I, job: Job): O =>
    service(houseOn(desk), input, job)

/**
 * The one wire between page and engine: a request carries an id, every answer and every progress
 * report carries it back. Hosts pass these messages through without reading them.
 */
import type { FaultCode, FaultData } from './fault.ts'

/** How far a long call has come. `done` and `total` count `unit`s; `total` 0 means not yet known. */
export type Progress = {
  readonly done: number
  readonly total: number
  readonly unit: 'files' | 'bytes' | 'steps'
  /** What is being worked on now (a file's name), when there is something to name. */
  readonly item?: string
  /** Which part of the work this is, where it has several. */
  readonly stage?: 'store' | 'read'
  /** The bytes that go with files, where they are counted too. */
  readonly bytes?: { readonly done: number; readonly total: number }
}

export type Request =
  | { readonly id: number; readonly call: string; readonly input: unknown }
  | { readonly id: number; readonly cancel: true }

/** A foreseen failure as it crosses the wire; `unexpected` carries the reference of a log entry. */
export type Failure =
  | { readonly code: FaultCode; readonly data: FaultData }
  | { readonly code: 'unexpected'; readonly data: { readonly ref: string } }

export type Reply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: Failure }
  | { readonly id: number; readonly progress: Progress }

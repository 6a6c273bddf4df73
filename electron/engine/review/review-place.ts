/** Which reviewer's desk is open beside the vault, and which one was open last on this computer. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Fault } from '../../../shared/fault.ts'
import type { Desk } from '../desk.ts'
import { writeWhole } from '../vault/durable.ts'
import { closeReviewDesk, openReviewDesk, type ReviewDesk } from './review-desk.ts'

const file = (config: string) => join(config, 'review-desk.json')
const shape = z.object({ folder: z.string().min(1) })

/** The folder of the desk that was opened last, or null. */
export function recentDesk(config: string): string | null {
  try {
    return shape.parse(JSON.parse(readFileSync(file(config), 'utf8'))).folder
  } catch {
    return null
  }
}

function remember(config: string, folder: string): void {
  try {
    mkdirSync(config, { recursive: true })
    writeWhole(file(config), `${JSON.stringify({ folder })}\n`)
  } catch {
    // A convenience: a desk opens even where this computer keeps no settings.
  }
}

/** The open desk. Throws `review.none`. */
export function deskOn({ review }: Desk): ReviewDesk {
  if (!review) throw new Fault('review.none')
  return review
}

/** Closes the desk that is open; nothing happens where none is. */
export function closeDesk(desk: Desk): void {
  const { review } = desk
  desk.review = null
  if (review) closeReviewDesk(review)
}

/** Opens the desk in `folder` in place of the one that was open. */
export function openDesk(desk: Desk, folder: string): void {
  closeDesk(desk)
  desk.review = openReviewDesk(folder, { ...desk.around, config: desk.config })
  remember(desk.config, desk.review.dir)
}

/** Opens the one that was open last. Throws `review.missing`. */
export function reopenDesk(desk: Desk): void {
  const folder = recentDesk(desk.config)
  if (folder === null || !existsSync(folder)) throw new Fault('review.missing')
  openDesk(desk, folder)
}

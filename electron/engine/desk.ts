/**
 * What the engine has on its desk: at most one open house, the files that the person picked (by
 * handle), and the list of vaults opened before on this computer.
 */
import { mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Fault } from '../../shared/fault.ts'
import { sha256 } from './crypto.ts'
import type { House } from './house.ts'
import { closeVault, createVault, openVault, type Surroundings } from './open.ts'
import type { ReviewDesk } from './review/review-desk.ts'
import { writeWhole } from './vault/durable.ts'
import { refuseOwn, refuseOwnTarget } from './vault/own-files.ts'

export type Desk = {
  house: House | null
  /** The reviewer's desk, which needs no vault. */
  review: ReviewDesk | null
  readonly grants: Map<string, string>
  readonly around: Surroundings
  /** Folder of this person's settings on this computer; outside every vault. */
  readonly config: string
}

const recentShape = z.array(z.object({ id: z.string(), name: z.string(), folder: z.string() }))
export type Recent = z.infer<typeof recentShape>
const kept = 8

const recentFile = (config: string) => join(config, 'recent.json')

/** Vaults opened before, newest first; a lost or broken list is an empty one. */
export function recentVaults(config: string): Recent {
  try {
    return recentShape.parse(JSON.parse(readFileSync(recentFile(config), 'utf8')))
  } catch {
    return []
  }
}

function remember({ config }: Desk, house: House): void {
  // By its place and not by the vault's id: a copy of the folder is the same vault a second time.
  const id = sha256(house.dir).slice(0, 32)
  const entry = { id, name: house.name, folder: house.dir }
  const others = recentVaults(config).filter(({ folder }) => folder !== house.dir)
  const text = `${JSON.stringify([entry, ...others].slice(0, kept), null, 2)}\n`
  try {
    mkdirSync(config, { recursive: true })
    writeWhole(recentFile(config), text)
  } catch {
    // A convenience: a vault opens even where this computer keeps no settings.
  }
}

/** The open house. Throws `vault.none`. */
export function houseOn(desk: Desk): House {
  if (!desk.house) throw new Fault('vault.none')
  return desk.house
}

/** The path behind a handle. Throws `handle.unknown`. */
export function pathOf(desk: Desk, handle: string): string {
  const path = desk.grants.get(handle)
  if (path === undefined) throw new Fault('handle.unknown')
  return path
}

/** The file to be read behind a handle. Throws `handle.unknown`, `file.ofVault`. */
export function fileOf(desk: Desk, handle: string): string {
  const path = pathOf(desk, handle)
  for (const store of [desk.house, desk.review]) if (store) refuseOwn(store.dir, path)
  return path
}

/** The file to be written behind a handle. Throws `handle.unknown`, `target.ofVault`. */
export function targetOf(desk: Desk, handle: string): string {
  const path = pathOf(desk, handle)
  for (const store of [desk.house, desk.review]) if (store) refuseOwnTarget(store.dir, path)
  return path
}

/** Closes what is open; nothing happens where nothing is. */
export function closeHouse(desk: Desk): void {
  const { house } = desk
  desk.house = null
  if (house) closeVault(house)
}

function enter(desk: Desk, house: House): void {
  closeHouse(desk)
  desk.house = house
  remember(desk, house)
}

/** Makes a vault and opens it in place of the one that was open. Throws what `createVault` throws. */
export const createHouse = (desk: Desk, folder: string, name: string): void =>
  enter(desk, createVault(folder, name, desk.around))

/** Links, dots and trailing slashes aside. */
function isSamePlace(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b)
  } catch {
    return false
  }
}

/** Opens a vault in place of the one that was open. Throws what `openVault` throws. */
export const openHouse = (desk: Desk, folder: string): void => {
  const already = desk.house && isSamePlace(desk.house.dir, folder)
  if (!already) enter(desk, openVault(folder, desk.around))
}

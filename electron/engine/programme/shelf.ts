/** The packs at hand: shipped ones, and those an application of this vault was begun with. */
import type { UnusablePack } from '../../../shared/model/programme.ts'
import type { Pack } from '../../../shared/programme/pack.ts'

/** A pack with the SHA-256 of its file's bytes. */
export type ShelvedPack = { readonly pack: Pack; readonly hash: string; readonly body: string }

export type PackShelf = {
  readonly packs: readonly ShelvedPack[]
  readonly unusable: readonly UnusablePack[]
}

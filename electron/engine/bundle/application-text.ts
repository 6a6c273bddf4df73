/** Writes application.json: everything about the application that a machine may want to know. Pure. */
import { canonicalJson } from './application-file.ts'
import type { BundleInput } from './compose.ts'
import type { Payload } from './payload.ts'

const materialsOf = ({ slots }: Payload) =>
  slots.flatMap(({ slot, placed }) =>
    placed.map(({ material, path, volume }) => ({
      path,
      ...(volume !== undefined && { volume }),
      slot: slot.id,
      sha256: material.sha256,
      size: material.size,
      name: material.name,
      kind: material.kind,
      media: material.media,
      facts: material.facts,
      validFrom: material.validFrom,
      validTo: material.validTo,
      confirmed: material.confirmed,
      sample: material.sample,
    })),
  )

const signerIn = ({ identity, sm2 }: BundleInput['signer']) => {
  const { fingerprint, name, creditCode, algorithm, validFrom, validTo, issuer } = identity
  const base = { fingerprint, name, creditCode, algorithm, validFrom, validTo, issuer }
  return { ...base, sm2: sm2?.publicKey ?? null }
}

/** Canonical JSON: the same state gives the same bytes, whatever order it was put together in. */
export function applicationText(
  input: BundleInput,
  payload: Payload,
  root: string,
  bundleId: string,
): string {
  const { view, enterprise, signer, previous } = input
  const { form, slots } = payload
  return canonicalJson({
    format: 1,
    kind: 'application',
    bundle: { id: bundleId, root },
    program: { name: 'Shenbaoxia', version: input.version },
    exportedAt: input.at.toISOString(),
    vault: { id: input.vaultId, logHead: input.logHead },
    programme: {
      id: view.programme,
      edition: view.edition,
      track: view.track,
      title: view.title,
      short: view.short,
      packHash: view.packHash,
    },
    previous: previous && {
      bundleId: previous.bundleId,
      tagManifestSha256: previous.tagManifestSha256,
      revision: previous.revision,
      exportedAt: previous.at,
    },
    application: { id: view.id, revision: view.revision, snapshot: input.snapshot },
    enterprise: { facts: enterprise.facts, indicators: enterprise.indicators },
    sample: enterprise.sample,
    answers: view.answers,
    attestations: view.attestations,
    readings: view.readings,
    ticks: view.ticks,
    verdicts: view.verdicts,
    findings: view.findings,
    waivers: Object.fromEntries(
      slots.flatMap(({ slot, waived }) => (waived === null ? [] : [[slot.id, waived]])),
    ),
    reason: input.reason,
    changes: input.changes?.note ?? null,
    form: form && {
      path: form.path,
      sha256: form.sha256,
      size: form.size,
      ...(form.volume !== undefined && { volume: form.volume }),
    },
    materials: materialsOf(payload),
    signer: signerIn(signer),
  })
}

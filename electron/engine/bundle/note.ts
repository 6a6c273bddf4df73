/** 验证说明.txt: how anyone verifies the bundle without this program. Commands stand on lines of their own. */
import type { Identity } from '../../../shared/model/bundle.ts'
import { tagNames } from './bag.ts'
import type { Words } from './words.ts'

export const noteName = '验证说明.txt'

const { manifest, tagManifest, signature, sm2, sm2Key } = tagNames
const cms = (how: string): string =>
  `openssl cms -verify -binary -inform DER -in ${signature} -content ${tagManifest} ${how} -out verified.txt`

/**
 * Commands in the order of the note, for a terminal in the unpacked folder. openssl checks CAdES
 * only along with the certificate, so the certificate that came with the signature is trusted there,
 * whoever issued it and for whatever purpose.
 */
export const commands = {
  files: [`sha256sum -c ${manifest}`, `sha256sum -c ${tagManifest}`],
  signature: [
    cms('-noverify'),
    `openssl pkcs7 -inform DER -in ${signature} -print_certs -out signer.pem`,
    cms('-cades -CAfile signer.pem -partial_chain -purpose any -no_check_time'),
  ],
  signer: [
    'openssl x509 -in signer.pem -noout -fingerprint -sha256 -subject -nameopt utf8,sep_comma_plus_space',
  ],
  sm2: [
    `openssl dgst -sm3 -verify ${sm2Key} -sigopt distid:1234567812345678 -signature ${sm2} ${tagManifest}`,
  ],
} as const

const block = (lines: readonly string[]): string => lines.map((line) => `    ${line}`).join('\n')

/** The whole note. `example` is a file of the bundle to show certutil with. */
export function verificationNote(
  words: Words,
  input: {
    readonly root: string
    readonly signer: Identity
    readonly example: string
    readonly sample: boolean
    /** Whether there is a second signature. */
    readonly sm2: boolean
  },
): string {
  const { name, fingerprint } = input.signer
  const windows = `certutil -hashfile "${input.example.replaceAll('/', '\\')}" SHA256`
  const paragraphs = [
    words.say('note.title'),
    ...(input.sample ? [words.say('note.sample')] : []),
    words.say('note.intro', { root: input.root }),
    `${words.say('note.files')}\n\n${block(commands.files)}`,
    `${words.say('note.signature')}\n\n${block(commands.signature)}`,
    `${words.say('note.signer')}\n\n${block(commands.signer)}`,
    words.say('note.fingerprint', { name, fingerprint }),
    ...(input.sm2 ? [`${words.say('note.sm2')}\n\n${block(commands.sm2)}`] : []),
    `${words.say('note.windows')}\n\n${block([windows])}`,
    words.say('note.more'),
  ]
  return `${paragraphs.join('\n\n')}\n`
}

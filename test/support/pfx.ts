/** Certificates and .pfx files as openssl makes them. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export const keyKinds = {
  rsa: ['rsa:2048'],
  ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  weak: ['rsa:1024'],
  p384: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
} as const

const quiet = (dir: string, ...args: readonly string[]): void => {
  execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] })
}

export type Made = { readonly key: string; readonly certificate: string }

/** A self-signed certificate with a Chinese subject. `more` goes to `openssl req`. */
export function selfSigned(
  dir: string,
  kind: keyof typeof keyKinds,
  subject: string,
  ...more: readonly string[]
): Made {
  const made = { key: join(dir, `${kind}.key`), certificate: join(dir, `${kind}.crt`) }
  quiet(
    dir,
    ...['req', '-x509', '-nodes', '-newkey', ...keyKinds[kind], '-utf8', '-subj', subject],
    ...['-keyout', made.key, '-out', made.certificate, '-days', '3650', ...more],
  )
  return made
}

/** A certificate that an authority of its own issued, for clients of web servers only. */
export function issued(dir: string, subject: string): Made & { readonly authority: string } {
  const authority = join(dir, 'ca.crt')
  const key = join(dir, 'leaf.key')
  const certificate = join(dir, 'leaf.crt')
  const request = ['req', '-nodes', '-utf8', '-newkey', 'rsa:2048']
  quiet(
    dir,
    ...[...request, '-x509', '-subj', '/O=示例认证中心', '-keyout', 'ca.key', '-out', authority],
  )
  quiet(dir, ...[...request, '-subj', subject, '-keyout', key, '-out', 'leaf.csr'])
  execFileSync(
    'bash',
    [
      '-c',
      `openssl x509 -req -in leaf.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 3650 -sha256 \
       -extfile <(printf 'keyUsage=digitalSignature\\nextendedKeyUsage=clientAuth') -out leaf.crt`,
    ],
    { cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  return { key, certificate, authority }
}

/** Packs a .pfx with openssl; `more` goes to `openssl pkcs12 -export`. */
export function pack(
  dir: string,
  { key, certificate }: Made,
  password: string,
  ...more: readonly string[]
): string {
  const out = join(dir, `${Math.random().toString(36).slice(2)}.pfx`)
  const files = ['-inkey', key, '-in', certificate, '-out', out]
  quiet(dir, 'pkcs12', '-export', ...files, '-passout', `pass:${password}`, ...more)
  return out
}

/** SHA-256 fingerprint of a certificate file, as openssl computes it. */
export const fingerprintOf = (file: string): string =>
  execFileSync('openssl', ['x509', '-in', file, '-noout', '-fingerprint', '-sha256'], {
    encoding: 'utf8',
  })
    .replace(/^.*=/, '')
    .replaceAll(':', '')
    .trim()
    .toLowerCase()

/** Whether a tree of processes listens anywhere; read from Linux's own tables. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const parentOf = (id: string): string | undefined => {
  try {
    // The name in parentheses may itself hold spaces and parentheses.
    return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]
  } catch {
    return undefined
  }
}

/** Ids of a process and all that it started, directly or not. */
const processTree = (root: number): readonly string[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((id) => [id, parentOf(id)] as const)
  const childrenOf = (id: string): string[] =>
    parents
      .filter(([, parent]) => parent === id)
      .flatMap(([child]) => [child, ...childrenOf(child)])
  return [`${root}`, ...childrenOf(`${root}`)]
}

const socketsOf = (id: string): readonly string[] => {
  try {
    return readdirSync(`/proc/${id}/fd`).flatMap((fd) => {
      try {
        const [, inode] = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${id}/fd/${fd}`)) ?? []
        return inode ? [inode] : []
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}

/** Rows of the kernel's tables: TCP in state LISTEN, and bound UDP. */
const listening = (table: string, state: string | null) =>
  readFileSync(`/proc/net/${table}`, 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((row) => row.length > 9 && (state === null || row[3] === state))
    .map((row) => ({ table, address: row[1] ?? '', inode: row[9] ?? '' }))

/** Sockets of the tree that others could reach, as `table address`; empty when there are none. */
export const openPorts = (root: number): readonly string[] => {
  const held = new Set(processTree(root).flatMap(socketsOf))
  return [
    ...listening('tcp', '0A'),
    ...listening('tcp6', '0A'),
    ...listening('udp', null),
    ...listening('udp6', null),
  ]
    .filter(({ inode }) => held.has(inode))
    .map(({ table, address }) => `${table} ${address}`)
}

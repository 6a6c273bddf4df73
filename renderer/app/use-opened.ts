/** Goes to the verification of what the program was opened with, at its start and later. */
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { openedMessage } from '../../shared/host.ts'
import { paths } from './paths.ts'
import { useHost } from './surroundings.ts'

export function useOpened(): void {
  const host = useHost()
  const navigate = useNavigate()
  useEffect(() => {
    const look = async () => {
      const files = await host.opened()
      if (files.length > 0) void navigate(paths.verify, { state: { files } })
    }
    const listen = ({ data, source }: MessageEvent) => {
      if (source === window && data === openedMessage) void look()
    }
    window.addEventListener('message', listen)
    void look()
    return () => window.removeEventListener('message', listen)
  }, [host, navigate])
}

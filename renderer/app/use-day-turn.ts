/**
 * A window may stand open for days. When a day begins in China, everything is asked anew, so that
 * days left, validity and deadlines never count from yesterday.
 */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { todayInChina } from '../../shared/programme/calendar.ts'

/** How often the day is looked at, in milliseconds; a computer that wakes up looks at once. */
const pause = 30_000

export function useDayTurn(): void {
  const cache = useQueryClient()
  useEffect(() => {
    let day = todayInChina(new Date())
    const look = () => {
      const now = todayInChina(new Date())
      if (now === day) return
      day = now
      void cache.invalidateQueries()
    }
    const timer = setInterval(look, pause)
    window.addEventListener('focus', look)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', look)
    }
  }, [cache])
}

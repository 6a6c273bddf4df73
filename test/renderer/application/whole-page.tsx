/** The page with all its routes, as a person walks through it, over a real engine. */
import { render } from '@testing-library/react'
import { RouterProvider } from 'react-router/dom'
import { startTexts } from '../../../renderer/app/i18n.ts'
import { Providers } from '../../../renderer/app/providers.tsx'
import { newRouter } from '../../../renderer/app/routes.tsx'
import type { Wire } from '../../../renderer/app/wire.ts'
import type { Input, Name } from '../../../shared/contract.ts'
import type { TestDesk } from '../../support/page.tsx'

/** Opens the page at an address. */
export function openWholePage(desk: TestDesk, address: string) {
  const asked: { readonly name: Name; readonly input: unknown }[] = []
  const ask: Wire['ask'] = (name, input, options) => {
    asked.push({ name, input })
    return desk.wire.ask(name, input, options)
  }
  window.location.hash = `#${address}`
  const router = newRouter()
  const surroundings = { wire: { ...desk.wire, ask }, host: desk.host }
  const shown = render(
    <Providers surroundings={surroundings} texts={startTexts('zh-CN')}>
      <RouterProvider router={router} />
    </Providers>,
  )
  /** What the page sent with each call of a name, in order. */
  const inputsOf = <N extends Name>(name: N) =>
    asked.filter((one) => one.name === name).map(({ input }) => input as Input<N>)
  return { ...shown, router, inputsOf }
}

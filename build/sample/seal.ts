/** A red round seal as vector drawing: ring, star, the holder's name on the upper arc. */
import type { Content } from 'pdfmake/interfaces.d.ts'

const red = '#c8281e'

function onArc(text: string, radius: number, size: number): string {
  const letters = [...text]
  const span = Math.min(290, letters.length * 19)
  return letters
    .map((letter, index) => {
      const turn = -span / 2 + (span * (index + 0.5)) / letters.length
      return `<g transform="translate(60 60) rotate(${turn.toFixed(2)}) translate(0 ${-radius})"><text x="0" y="0" text-anchor="middle" font-family="sans" font-size="${size}" fill="${red}">${letter}</text></g>`
    })
    .join('')
}

function star(): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? 15 : 5.8
    const angle = (Math.PI / 5) * index - Math.PI / 2
    return `${(60 + radius * Math.cos(angle)).toFixed(2)},${(60 + radius * Math.sin(angle)).toFixed(2)}`
  })
  return `<polygon points="${points.join(' ')}" fill="${red}"/>`
}

/** The seal's drawing, 120 units wide. `below` is the line under the star (财务专用章, 合同专用章). */
function drawing(holder: string, below: string): string {
  const line = below
    ? `<text x="60" y="94" text-anchor="middle" font-family="sans" font-size="9" fill="${red}">${below}</text>`
    : ''
  return `<svg width="120" height="120" viewBox="0 0 120 120" opacity="0.82"><circle cx="60" cy="60" r="56" fill="none" stroke="${red}" stroke-width="2.4"/>${star()}${onArc(holder, 43, holder.length > 15 ? 9.5 : 11)}${line}</svg>`
}

/** A seal of 110 points, placed `dx`, `dy` from where it stands in the text without taking room. */
export function seal(holder: string, dx: number, dy: number, below = '示例印章'): Content {
  return { svg: drawing(holder, below), width: 110, relativePosition: { x: dx, y: dy } }
}

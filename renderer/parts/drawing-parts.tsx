/** A drawing's parts as elements of an SVG, built piece by piece from numbers and characters. */
import { Fragment, type ReactNode, useId } from 'react'
import type { Area, Drawn, DrawnText, Ink, Matrix, Stroke } from '../../shared/model/drawing.ts'
import { paperFaces } from '../app/theme.ts'

const transformOf = (matrix: Matrix | null) =>
  matrix ? { transform: `matrix(${matrix.join(' ')})` } : {}

const fillOf = (ink: Ink | null) =>
  ink ? { fill: ink.color, fillOpacity: ink.alpha } : { fill: 'none' }

const strokeOf = (stroke: Stroke | null) =>
  stroke
    ? {
        stroke: stroke.color,
        strokeOpacity: stroke.alpha,
        strokeWidth: stroke.width,
        strokeLinecap: stroke.cap,
        strokeLinejoin: stroke.join,
        strokeMiterlimit: stroke.miter,
        ...(stroke.dash.length > 0 && {
          strokeDasharray: stroke.dash.join(' '),
          strokeDashoffset: stroke.dashOffset,
        }),
      }
    : {}

/** Places by UTF-16 unit, as SVG counts them. */
function places(text: DrawnText, values: readonly number[], scale: number): string {
  const characters = Array.from(text.characters)
  if (values.length < characters.length) return String((values[0] ?? 0) / scale)
  return characters
    .flatMap((character, at) => Array(character.length).fill((values[at] ?? 0) / scale))
    .join(' ')
}

function Letters({ text }: { readonly text: DrawnText }) {
  const { stretch } = text
  return (
    <text
      xmlSpace="preserve"
      x={places(text, text.x, stretch)}
      y={places(text, text.y, 1)}
      fontFamily={paperFaces[text.face]}
      fontSize={text.size}
      fontWeight={text.bold ? 'bold' : 'normal'}
      fontStyle={text.italic ? 'italic' : 'normal'}
      {...(stretch !== 1 && { transform: `scale(${stretch} 1)` })}
      {...(text.turn !== 0 && { rotate: text.turn })}
      {...(text.outline ? { fill: 'transparent' } : fillOf(text.fill))}
      {...(text.outline ? {} : strokeOf(text.stroke))}
    >
      {text.characters}
    </text>
  )
}

function content(drawn: Drawn): ReactNode {
  const { content: shape } = drawn
  switch (shape.shape) {
    case 'group':
      return <DrawnParts parts={shape.parts} />
    case 'path':
      return (
        <path
          d={shape.path}
          fillRule={shape.evenOdd ? 'evenodd' : 'nonzero'}
          {...fillOf(shape.fill)}
          {...strokeOf(shape.stroke)}
        />
      )
    case 'image':
      return (
        <image
          href={`data:${shape.media};base64,${shape.base64}`}
          width="1"
          height="1"
          preserveAspectRatio="none"
        />
      )
    case 'text':
      return (
        <>
          {shape.outline && (
            <path d={shape.outline} {...fillOf(shape.fill)} {...strokeOf(shape.stroke)} />
          )}
          <Letters text={shape} />
        </>
      )
  }
}

function ClipArea({ id, areas }: { readonly id: string; readonly areas: readonly Area[] }) {
  return (
    <clipPath id={id}>
      {areas.map((area, at) => (
        <path
          // biome-ignore lint/suspicious/noArrayIndexKey: a drawing never changes.
          key={at}
          d={area.path}
          clipRule={area.evenOdd ? 'evenodd' : 'nonzero'}
          {...transformOf(area.matrix)}
        />
      ))}
    </clipPath>
  )
}

type ClippedProps = { readonly clips: Drawn['clips']; readonly children: ReactNode }

function Clipped({ clips, children }: ClippedProps) {
  const id = useId()
  const [areas, ...others] = clips
  if (!areas) return children
  return (
    <>
      <ClipArea id={id} areas={areas} />
      <g clipPath={`url(#${id})`}>
        <Clipped clips={others}>{children}</Clipped>
      </g>
    </>
  )
}

function Part({ drawn }: { readonly drawn: Drawn }) {
  const { alpha, blend } = drawn
  const inner = (
    <g
      {...transformOf(drawn.matrix)}
      {...(alpha < 1 && { opacity: alpha })}
      {...(blend !== 'normal' && { style: { mixBlendMode: blend } })}
    >
      {content(drawn)}
    </g>
  )
  return drawn.clips.length > 0 ? <Clipped clips={drawn.clips}>{inner}</Clipped> : inner
}

export function DrawnParts({ parts }: { readonly parts: readonly Drawn[] }) {
  return parts.map((drawn, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a drawing never changes.
    <Fragment key={at}>
      <Part drawn={drawn} />
    </Fragment>
  ))
}

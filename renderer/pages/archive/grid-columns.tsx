/** The grid's columns: the same for all papers, and others for papers of one kind. */
import type { GridColDef } from '@mui/x-data-grid'
import type { TFunction } from 'i18next'
import type { ListedMaterial } from '../../../shared/model/catalogue.ts'
import { type FactKind, type Label, materialKinds } from '../../../shared/registry/registry.ts'
import { figure } from '../../../shared/text/figure.ts'
import { MaterialMarks } from '../../parts/material-marks.tsx'

type Column = GridColDef<ListedMaterial>

export type ColumnNeeds = {
  readonly t: TFunction
  readonly labelOf: (label: Label) => string
  /** Something stands beside it: only names and states fit. */
  readonly narrow: boolean
  /** Percent. */
  readonly zoom: number
  /** The kind that all rows are of, where one is asked for. */
  readonly kind: string | undefined
  /** The day on which validity is judged. */
  readonly on: string | undefined
}

const kinds = new Map(materialKinds.map((kind) => [kind.id, kind]))

/** What a table of these papers is read by, in this order; validity comes after. */
const telling: Readonly<Record<string, readonly string[]>> = {
  invoice: ['number', 'issuedOn', 'seller', 'amount'],
  contract: ['number', 'partyB', 'signedOn', 'amount'],
  payment: ['payee', 'paidOn', 'amount'],
  'audit-report': ['year', 'firm', 'opinion', 'number'],
  'special-audit': ['year', 'firm', 'amount', 'number'],
  certificate: ['number', 'level'],
  patent: ['number', 'title', 'issuedOn'],
  copyright: ['number', 'title', 'issuedOn'],
  licence: ['creditCode', 'holder', 'legalRepresentative'],
  'cloud-service': ['provider', 'serviceFrom', 'serviceTo', 'amount'],
  'insurance-policy': ['number', 'insurer', 'premium'],
}

/** Kinds whose papers end. */
const ending = ['certificate', 'licence', 'patent', 'insurance-policy', 'certificate-evidence']

const widths: Readonly<Partial<Record<FactKind['type'], number>>> = {
  date: 105,
  money: 115,
  number: 80,
}

/** Facts whose whole length tells one paper from another: the twenty digits of a 数电票. */
const whole: Readonly<Record<string, number>> = { number: 182, creditCode: 182 }

const plain = { sortable: false, disableColumnMenu: true } as const

function factColumn(fact: FactKind, { labelOf, zoom }: ColumnNeeds): Column {
  const width = whole[fact.key] ?? widths[fact.type]
  const money = fact.type === 'money'
  return {
    ...plain,
    field: `fact:${fact.key}`,
    headerName: labelOf(fact.label),
    ...(width ? { width: (width * zoom) / 100 } : { flex: 1, minWidth: (100 * zoom) / 100 }),
    ...(money ? { align: 'right' as const, headerAlign: 'right' as const } : {}),
    valueGetter: (_, { facts }) => {
      const value = facts[fact.key] ?? ''
      return money ? figure(value) : value
    },
  }
}

function factColumns(needs: ColumnNeeds): Column[] {
  const kind = kinds.get(needs.kind ?? '')
  const keys = telling[kind?.id ?? ''] ?? []
  return keys.flatMap((key) => {
    const fact = kind?.facts.find((each) => each.key === key)
    return fact ? [factColumn(fact, needs)] : []
  })
}

/** Papers that end say how many days are left, which takes room. */
const stateWidth = ({ kind, narrow }: Pick<ColumnNeeds, 'kind' | 'narrow'>): number =>
  narrow ? 160 : kind === undefined || ending.includes(kind) ? 190 : 140

function ownColumns({ t, labelOf, zoom, on, kind, narrow }: ColumnNeeds) {
  const wide = (pixels: number) => Math.round((pixels * zoom) / 100)
  const column = (field: string, rest: Omit<Column, 'field'>): Column => ({
    ...plain,
    field,
    headerName: t(`archive:column.${field}`),
    ...rest,
  })
  return {
    name: column('name', { flex: 2, minWidth: wide(124) }),
    state: column('state', {
      width: wide(stateWidth({ kind, narrow })),
      display: 'flex',
      renderCell: ({ row }) => <MaterialMarks brief material={row} on={on} />,
    }),
    kind: column('kind', {
      width: wide(110),
      valueGetter: (_, row) =>
        labelOf(kinds.get(row.kind)?.label ?? { 'zh-CN': row.kind, en: row.kind }),
    }),
    validTo: column('validTo', { width: wide(105) }),
    used: column('used', {
      width: wide(84),
      valueGetter: (_, { used }) =>
        used.length > 0 ? t('archive:used.count', { count: used.length }) : t('archive:used.none'),
    }),
    place: column('place', {
      width: wide(116),
      valueGetter: (_, { filing }) => [filing.cabinet, filing.number].filter(Boolean).join(' '),
    }),
  }
}

/** Columns for what is listed now. */
export function columnsFor(needs: ColumnNeeds): Column[] {
  const own = ownColumns(needs)
  if (needs.narrow) return [own.name, own.state]
  const facts = factColumns(needs)
  if (facts.length === 0) {
    return [own.name, own.kind, own.validTo, own.state, own.used, own.place]
  }
  const ends = ending.includes(needs.kind ?? '') ? [own.validTo] : []
  return [own.name, ...facts, ...ends, own.state, own.used]
}

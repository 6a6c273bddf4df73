/**
 * Figures of the profile that no audit report prints: those of 2023, of which the books are closed
 * but not audited yet, and those that programmes ask for beside the books. None contradicts them:
 * R&D staff are employees, R&D equipment is a part of the fixed assets, the niche product a part
 * of the main revenue. Some stay below what a programme asks, so that the library has both to show.
 */
type Row = readonly [y2020: string, y2021: string, y2022: string, y2023: string]

/** 2023 of the lines that the audit reports print for the years before. */
export const closing2023: Readonly<Record<string, string>> = {
  revenue: '72150.86',
  'main-revenue': '71085.32',
  sales: '72150.86',
  profit: '7480.22',
  tax: '3405.60',
  assets: '71380.45',
  liabilities: '31520.18',
  'rd-spend': '3688.40',
  employees: '561',
  'rd-staff': '92',
  'iiot-spend': '320.00',
}

const beside: Readonly<Record<string, Row>> = {
  'service-revenue': ['5120.40', '6850.25', '8420.30', '10160.50'],
  'niche-revenue': ['31560.00', '36820.00', '42480.00', '48650.00'],
  'equity-financing': ['0', '0', '0', '0'],
  'market-share': ['6.50', '7.20', '8.10', '9.40'],
  'global-market-rank': ['18', '16', '14', '12'],
  'class-one-ip': ['2', '3', '4', '6'],
  'energy-use': ['0.46', '0.50', '0.54', '0.58'],
  'rd-fulltime': ['51', '58', '66', '74'],
  'rd-equipment': ['2180.00', '2650.00', '3120.00', '3560.00'],
  'smart-patents': ['4', '6', '9', '14'],
  'smart-inventions': ['1', '2', '3', '5'],
  'smart-copyrights': ['3', '5', '8', '12'],
  'smart-cases': ['0', '1', '2', '3'],
  'design-revenue': ['0', '0', '120.00', '180.00'],
  'design-staff': ['8', '9', '11', '12'],
  'design-staff-qualified': ['6', '7', '9', '10'],
  'design-patents': ['2', '3', '4', '6'],
  'service-staff': ['0', '0', '0', '0'],
  'base-floor': ['0', '0', '0', '0'],
  'base-smes': ['0', '0', '0', '0'],
}

const years = [2020, 2021, 2022, 2023] as const

export const besideTheBooks = Object.entries(beside).flatMap(([code, row]) =>
  years.map((year, at) => ({ code, year, value: row[at] ?? '' })),
)

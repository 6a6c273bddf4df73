import type { Migration } from './migration.ts'

/** Finds the few papers that could not be read without looking into the texts of all. */
export const m0014: Migration = {
  name: 'papers that could not be read',
  up: (db) =>
    db.exec(`
      CREATE INDEX extraction_trouble ON extraction (material)
      WHERE json_extract(body, '$.trouble.code') IS NOT NULL;
    `),
}

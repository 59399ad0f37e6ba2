import { defineConfig } from 'drizzle-kit';

/**
 * `drizzle-kit generate --name <what-changed>` compares every `*-tables.ts` with the last snapshot and writes the next
 * migration. One that makes a table with a company_id ends with `SELECT protect_company_tables();`.
 */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/*/*-tables.ts',
  out: './src/db/migrations',
});

import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './worker/database/tables.ts',
  out: './migrations',
  casing: 'snake_case',
});

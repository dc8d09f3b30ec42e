import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './worker/enquiry/table.ts',
  out: './migrations',
  casing: 'snake_case',
});

import { applyD1Migrations, reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeEach, vi } from 'vitest';
import { publishPractice } from './practice.ts';

// Files share a runtime: what a module of the Worker remembered for the file before is gone.
vi.resetModules();

const left = "select count(*) as n from sqlite_master where name = 'enquiries'";

/** A fresh, migrated D1 with a practice that is open, for every test. */
beforeEach(async () => {
  // On a busy machine the first test of a file may still see the database of the file before.
  do await reset();
  while (await env.DB.prepare(left).first('n'));
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  await publishPractice();
});

import type { Engine } from './engine.ts';
import type { Queue } from './queue.ts';
import type { Script } from './script.ts';

// What one Cloudflare account holds. Tests read it; only the API writes it.

export interface Database {
  uuid: string;
  name: string;
  jurisdiction: string | null;
  location: string | null;
  created_at: string;
}

export interface CustomDomain {
  id: string;
  hostname: string;
  zone_id: string;
  zone_name: string;
  service: string;
  environment: string;
}

export interface Zone {
  id: string;
  name: string;
}

export interface Account {
  id: string;
  name: string;
  plan: 'free' | 'paid';
  /** What comes before `.workers.dev`; null while nobody registered one. */
  subdomain: string | null;
  zones: Zone[];
  databases: Database[];
  queues: Queue[];
  scripts: Map<string, Script>;
  domains: CustomDomain[];
  /** Static files by their hash, as uploaded. */
  files: Map<string, Buffer>;
  engine: Engine;
}

/** 32 hexadecimal digits, as most of Cloudflare's ids are. */
export function hexId(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

import { app } from './app.ts';
import { consumeEnquiries } from './intake/consumer.ts';
import { runJobs } from './jobs.ts';

export default {
  fetch: app.fetch,
  queue: consumeEnquiries,
  scheduled: (_, env, context) => runJobs(env, context),
} satisfies ExportedHandler<Env>;

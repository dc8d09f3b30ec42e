import { app } from './app.ts';
import { consumeEnquiries } from './enquiry/consumer.ts';
import { emptyOutbox } from './notify/outbox.ts';

export default {
  fetch: app.fetch,
  queue: consumeEnquiries,
  scheduled: (_, env) => emptyOutbox(env),
} satisfies ExportedHandler<Env>;

import { app } from './app.ts';
import { consumeEnquiries } from './enquiry/consumer.ts';

export default { fetch: app.fetch, queue: consumeEnquiries } satisfies ExportedHandler<Env>;

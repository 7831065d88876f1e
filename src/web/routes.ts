/** Every route, to be loaded in one go. */
export { limitAddresses } from "./address-limit.ts";
export { addChat } from "./chat.ts";
export { addChecklist } from "./checklist.ts";
export { addReadyz } from "./health.ts";
export { addMetrics, createMetrics } from "./metrics.ts";
export { addPage } from "./page.ts";
export { addPictures } from "./pictures.ts";
export { addProof } from "./proof.ts";
export { RateLimit } from "./rate-limit.ts";
export { createServer } from "./server.ts";
export { addStream } from "./stream.ts";
export { addVersion, readVersion } from "./version.ts";
export { addWebhooks } from "./webhooks.ts";

import { z } from "zod";
import { FACETS } from "../../core/procedure.ts";
import { amount, any, code, day, duration, link, list, ORDER, ordered, some, text, unit } from "./fields.ts";

const time = z.strictObject({ when: text, value: duration, note: text.exactOptional() });

const fee = z
  .strictObject({
    when: text,
    amount,
    unit: unit.exactOptional(),
    note: text.exactOptional(),
    condition: text.exactOptional(),
    law: text.exactOptional(),
    from: day.exactOptional(),
    to: day.exactOptional(),
  })
  .refine(ordered, ORDER);

const law = z
  .strictObject({
    number: text,
    title: text.exactOptional(),
    from: day.exactOptional(),
    to: day.exactOptional(),
  })
  .refine(ordered, ORDER);

const source = z.strictObject({ title: text, url: link.exactOptional(), date: day.exactOptional() });

const caseQuestion = z.strictObject({
  ask: text,
  options: some(z.strictObject({ label: text, papers: any(text), note: text.exactOptional() })),
});

/** Front matter of a procedure file; fields as in `knowledge/README.md`. Unknown fields are faults. */
export const procedureSchema = z.strictObject({
  code,
  name: text,
  aliases: any(text),
  domain: text,
  level: some(z.enum(["xã", "tỉnh", "bộ"])),
  agency: text,
  who: text,
  online: z.enum(["full", "partial", "none", "unknown"]),
  portalUrl: link.exactOptional(),
  time: some(time),
  fees: some(fee),
  result: text,
  legalBasis: list(law),
  effectiveFrom: day.exactOptional(),
  effectiveTo: day.exactOptional(),
  verified: day,
  confidence: z.enum(["high", "medium", "low"]).default("medium"),
  origin: z.enum(["curated", "imported"]),
  sources: some(source),
  replaces: any(z.strictObject({ code, from: day.exactOptional() })),
  related: any(z.strictObject({ code, ask: text.exactOptional(), choose: text.exactOptional() })),
  cases: any(caseQuestion),
  uncertain: any(z.strictObject({ about: z.enum([...FACETS, "general"]), text })),
});

import { create, insertMultiple, search as searchOrama } from "@orama/orama";
import MiniSearch from "minisearch";
import type { Snapshot } from "../../src/core/knowledge.ts";
import { buildIndex } from "../../src/search/build.ts";
import { LexicalSearch } from "../../src/search/index.ts";

/** One engine under test: finds up to ten codes for a question. */
export interface Engine {
  readonly name: string;
  find(text: string): readonly string[] | Promise<readonly string[]>;
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly field: string;
  readonly everyday: string;
  readonly body: string;
}

/** The same texts for everybody: what the project's own index holds, a row a procedure. */
function rows({ procedures, everyday }: Snapshot): Row[] {
  return [...procedures.values()].map((procedure) => ({
    id: procedure.code,
    title: procedure.name,
    field: procedure.domain,
    everyday: [...procedure.aliases, ...(everyday.get(procedure.code)?.phrases ?? [])].join(". "),
    body: [...Object.values(procedure.sections), procedure.who, procedure.result].join("\n"),
  }));
}

const FIELDS = ["title", "field", "everyday", "body"];

export function own(snapshot: Snapshot, today: string): Engine {
  const search = new LexicalSearch(snapshot, buildIndex(snapshot));
  return {
    name: "this project",
    find: (text) => search.find(text, { today }).hits.map(({ procedure }) => procedure.code),
  };
}

export function miniSearch(snapshot: Snapshot): Engine {
  const index = new MiniSearch<Row>({ fields: FIELDS, storeFields: ["id"] });
  index.addAll(rows(snapshot));
  return {
    name: "MiniSearch",
    find: (text) =>
      index
        .search(text)
        .slice(0, 10)
        .map(({ id }) => String(id)),
  };
}

/** Orama with a tokenizer for any script: its default splits on every Vietnamese letter and finds nothing. */
export async function orama(snapshot: Snapshot): Promise<Engine> {
  const tokenize = (text: string) => [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
  const db = create({
    schema: { id: "string", title: "string", field: "string", everyday: "string", body: "string" },
    components: { tokenizer: { language: "vietnamese", normalizationCache: new Map(), tokenize } },
  });
  await insertMultiple(db, rows(snapshot), 500);
  return {
    name: "Orama",
    find: async (text) => {
      const { hits } = await searchOrama(db, { term: text, properties: FIELDS as ["title"], limit: 10 });
      return hits.map(({ document }) => document.id);
    },
  };
}

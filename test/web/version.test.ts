import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/core/knowledge.ts";
import type { Procedure } from "../../src/core/procedure.ts";
import { createServer } from "../../src/web/server.ts";
import { addVersion, readVersion } from "../../src/web/version.ts";
import { surroundings, temporaryFolder } from "../surroundings.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

function project(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  for (const [name, text] of Object.entries({ "package.json": '{"version":"1.2.3"}', ...files })) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

describe("readVersion", () => {
  it.each([
    ["a checked-out commit", { ".git/HEAD": `${COMMIT}\n` }],
    ["a branch", { ".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": `${COMMIT}\n` }],
    [
      "a packed branch",
      {
        ".git/HEAD": "ref: refs/heads/main\n",
        ".git/packed-refs": `# pack\n${"f".repeat(40)} refs/heads/other\n${COMMIT} refs/heads/main\n`,
      },
    ],
  ])("reads %s", async (_, files) => {
    expect(await readVersion(project(files))).toEqual({ version: "1.2.3", commit: COMMIT });
  });

  it("believes the setting first", async () => {
    expect(await readVersion(project({ ".git/HEAD": COMMIT }), "abc")).toEqual({ version: "1.2.3", commit: "abc" });
  });

  it.each([{}, { ".git/HEAD": "ref: refs/heads/new\n" }, { ".git/HEAD": "nonsense" }])(
    "does without: %j",
    async (files) => {
      expect(await readVersion(project(files))).toEqual({ version: "1.2.3" });
    },
  );
});

describe("GET /version", () => {
  it("tells the program and its knowledge", async () => {
    const { log } = surroundings();
    const server = createServer({ log, readiness: () => "ready" });
    const procedures = new Map(
      ["2026-01-05", "2026-11-02", "2025-12-31"].map((verified, i) => [`${i}`, { verified } as Procedure]),
    );
    addVersion(
      server,
      { version: "1.2.3", commit: COMMIT },
      () => ({ procedures, version: "f00" }) as unknown as Snapshot,
    );
    const response = await server.inject("/version");
    expect(response.json()).toEqual({
      version: "1.2.3",
      commit: COMMIT,
      knowledge: { procedures: 3, verified: "2026-11-02", fingerprint: "f00" },
    });
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { until } from "../../until.ts";
import { openPage, type PageServer } from "./page-server.ts";
import { receipt } from "./samples.ts";
import type { Action, View } from "./view.ts";

const phone = { people: ["Lan"], person: 0, blocked: false, typing: false, bubbles: [] };
let view: View;
let page: PageServer;
let performed: Action[];

beforeEach(async () => {
  view = { phones: { telegram: phone, zalo: phone }, wire: [], dossiers: [] };
  performed = [];
  page = await openPage({
    port: 0,
    view: () => view,
    perform: (action) => performed.push(action) < 2,
    picture: (name) => (name === "anh-1" ? receipt() : undefined),
  });
});
afterEach(() => page.close());

const act = async (body: unknown) => {
  const headers = { "content-type": "application/json" };
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return (await fetch(`${page.address}act`, { method: "POST", headers, body: text })).status;
};

describe("the page's server", () => {
  it("serves the page and its parts, which load nothing from elsewhere", async () => {
    for (const [path, part] of [
      ["", "<!doctype html>"],
      ["page.css", ".phone"],
      ["page.js", "EventSource"],
    ]) {
      const response = await fetch(page.address + path);
      expect(await response.text()).toContain(part);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    }
    expect((await fetch(`${page.address}../demo.ts`)).status).toBe(404);
  });

  it("does what is asked, and says when it cannot be done or understood", async () => {
    expect(await act({ app: "zalo", do: "say", text: " chao " })).toBe(204);
    expect(performed).toEqual([{ app: "zalo", do: "say", text: "chao" }]);
    expect(await act({ app: "zalo", do: "begin" })).toBe(409);
  });

  it.each([
    {},
    { app: "viber", do: "begin" },
    { app: "zalo", do: "dance" },
    { app: "zalo", do: "say", text: "  " },
    { app: "zalo", do: "press", bubble: "b", button: -1 },
    { app: "zalo", do: "photo", data: "không phải Base64" },
    "{",
  ])("does not understand %j", async (body) => {
    expect(await act(body)).toBe(400);
    expect(performed).toEqual([]);
  });

  it("streams the view, and every change of it to everybody who looks", async () => {
    const seen: string[][] = [[], []];
    const readers = await Promise.all(
      seen.map(async (chunks) => {
        const response = await fetch(`${page.address}events`);
        expect(response.headers.get("content-type")).toBe("text/event-stream");
        const reader = response.body?.getReader();
        void (async () => {
          for (let next = await reader?.read(); next?.value; next = await reader?.read())
            chunks.push(new TextDecoder().decode(next.value));
        })().catch(() => {});
        return reader;
      }),
    );
    await until(() => seen.every(({ length }) => length === 1));
    view = { ...view, phones: { ...view.phones, zalo: { ...phone, blocked: true } } };
    page.show();
    page.show();
    await until(() => seen.every(({ length }) => length === 2));
    for (const [, last] of seen) expect(JSON.parse(String(last).slice("data: ".length))).toEqual(view);
    for (const reader of readers) await reader?.cancel();
    page.show();
  });

  it("shows pictures by their kind", async () => {
    const response = await fetch(`${page.address}pictures/anh-1`);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(receipt()));
    expect((await fetch(`${page.address}pictures/anh-2`)).status).toBe(404);
  });
});

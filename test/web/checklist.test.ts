import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { addChecklist } from "../../src/web/checklist.ts";
import { createServer } from "../../src/web/server.ts";

const asked: unknown[] = [];
const server = createServer({ log: pino({ level: "silent" }), readiness: () => "ready" });
beforeAll(() =>
  addChecklist(server, {
    page(code, cases, style) {
      asked.push([code, cases]);
      return code === "1.001193" && cases !== "?" ? `<link href="${style}"><h1>${code} ${cases}</h1>` : undefined;
    },
    pdf: (code, cases) => (code === "1.001193" ? Promise.resolve(Buffer.from(`%PDF ${cases}`)) : undefined),
  }),
);

describe("GET /giay-to/<code>", () => {
  it("is a page with a style of its own", async () => {
    const { statusCode, headers, body } = await server.inject("/giay-to/1.001193?cases=0-1");
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(body).toContain("<h1>1.001193 0-1</h1>");
    const style = await server.inject(body.match(/href="([^"]+)"/)?.[1] ?? "");
    expect([style.statusCode, style.headers["content-type"]]).toEqual([200, "text/css; charset=utf-8"]);
  });

  it("is a PDF when its name says so", async () => {
    const { headers, body } = await server.inject("/giay-to/1.001193.pdf?cases=0");
    expect(headers["content-type"]).toBe("application/pdf");
    expect(body).toBe("%PDF 0");
  });

  it("needs no answers where there are no questions", async () => {
    expect((await server.inject("/giay-to/1.001193")).body).toContain("<h1>1.001193 </h1>");
  });

  it.each(["/giay-to/9.999999", "/giay-to/9.999999.pdf", "/giay-to/1.001193?cases=0&cases=1", "/giay-to/..%2Fx"])(
    "kindly knows nothing of %s",
    async (address) => {
      const response = await server.inject(address);
      expect(response.statusCode).toBe(404);
      expect(response.json()).toMatchObject({ error: "no_checklist", message: expect.stringContaining("Anh/chị") });
    },
  );
});

import { pino } from "pino";
import { expect, it } from "vitest";
import { addProof } from "../../src/web/proof.ts";
import { createServer } from "../../src/web/server.ts";

it("shows the proof at its path, and nowhere else", async () => {
  const server = createServer({ log: pino({ level: "silent" }), readiness: () => "ready" });
  addProof(server, { path: "/zalo_verifierAbC.html", html: "<!doctype html><title>AbC</title>" });
  const { statusCode, headers, body } = await server.inject("/zalo_verifierAbC.html");
  expect([statusCode, body]).toEqual([200, "<!doctype html><title>AbC</title>"]);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect((await server.inject("/zalo_verifierabc.html")).statusCode).toBe(404);
});

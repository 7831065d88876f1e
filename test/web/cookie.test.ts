import { describe, expect, it } from "vitest";
import { readConversation, writeConversation } from "../../src/web/cookie.ts";

const ID = "0b6b1c1e-8f2a-4d7e-9a51-3c1f5b2d9e10";

describe("readConversation", () => {
  it.each(["page", "frame"] as const)("reads what writeConversation wrote for a %s", (place) => {
    const [pair] = writeConversation(ID, false, place).split(";");
    expect(readConversation(pair, place)).toBe(ID);
  });

  it("keeps page and frame apart", () => {
    const [page] = writeConversation(ID, true, "page").split(";");
    const [frame] = writeConversation(ID, true, "frame").split(";");
    expect(readConversation(page, "frame")).toBeUndefined();
    expect(readConversation(frame, "page")).toBeUndefined();
  });

  it("finds ours among others", () => {
    expect(readConversation(`theme=dark; conversation=${ID}; x=y=z`)).toBe(ID);
  });

  it.each([
    undefined,
    "",
    ";;=;",
    "conversation",
    "conversation=",
    "conversation=1",
    `conversation=${ID}x`,
    `conversation=${ID.toUpperCase()}`,
    `xconversation=${ID}`,
    "conversation=../../etc/passwd",
    `conversation="${ID}"`,
  ])("finds none in %j", (header) => {
    expect(readConversation(header)).toBeUndefined();
  });
});

describe("writeConversation", () => {
  it("keeps the cookie from scripts and other sites, until the browser is closed", () => {
    expect(writeConversation(ID, false)).toBe(`conversation=${ID}; Path=/; HttpOnly; SameSite=Strict`);
  });

  it("keeps it to encrypted connections when the page came by one", () => {
    expect(writeConversation(ID, true)).toBe(`conversation=${ID}; Path=/; HttpOnly; SameSite=Strict; Secure`);
  });

  it("lets a foreign frame have it, for that site alone", () => {
    expect(writeConversation(ID, true, "frame")).toBe(
      `framed-conversation=${ID}; Path=/; HttpOnly; SameSite=None; Secure; Partitioned`,
    );
  });

  it("does not loosen it where the connection is not encrypted", () => {
    expect(writeConversation(ID, false, "frame")).toBe(`framed-conversation=${ID}; Path=/; HttpOnly; SameSite=Strict`);
  });
});

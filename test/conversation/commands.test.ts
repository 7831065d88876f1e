import { describe, expect, it } from "vitest";
import { readCommand, saidIn } from "../../src/conversation/commands.ts";
import type { Inbound } from "../../src/core/conversation.ts";
import { readPayload } from "../../src/skills/payload.ts";
import { inboundOf } from "../skills/fixture.ts";

describe("readCommand", () => {
  it.each([
    ["/start", "#h/start"],
    ["/START", "#h/start"],
    ["/start@ca_mau_bot", "#h/start"],
    ["  /start  ", "#h/start"],
    ["/start 1.001193", "#p/1.001193"],
    ["/start 1-001193", "#p/1.001193"],
    ["/start 1_001193", "#p/1.001193"],
    ["/start@ca_mau_bot 1-001193", "#p/1.001193"],
    ["/start phan-anh-kien-nghi", "#p/phan-anh-kien-nghi"],
    ["/start g-vneid-level-2", "#g/vneid-level-2"],
    ["/start ???", "#h/start"],
    ["/start 1.001193/../..", "#h/start"],
    ["/help", "#h"],
    ["/can_bo", "#n"],
    ["/CanBo", "#n"],
    ["/cán_bộ", "#n"],
    ["/xoa_du_lieu", "#x"],
    ["/xoadulieu", "#x"],
    ["/XOA_DU_LIEU@ca_mau_bot", "#x"],
    ["/xóa_dữ_liệu", "#x"],
    ["/tra_cuu", "#d"],
    ["/tracuu", "#d"],
    ["/tra_cuu H12.34.56-240101-0001", "#d/H12.34.56-240101-0001"],
    ["/tra_cuu hồ sơ của tôi", "#d"],
    ["/huong_dan", "#g"],
    ["/huong_dan nộp online", "hướng dẫn nộp online"],
    ["/abc", "#h"],
    ["/abc 1.001193", "#h"],
  ])("%s → %s", (typed, goesOn) => {
    expect(readCommand(typed)).toBe(goesOn);
  });

  it.each(["khai sinh", "", "/", "/ start", "1/2", "//start", "nộp /start", "/1"])("%j is no command", (typed) => {
    expect(readCommand(typed)).toBeUndefined();
  });

  it("opens only procedures whose payload can be read", () => {
    for (const code of ["1.001193", "1-001193", "phan-anh-kien-nghi"])
      expect(readPayload(readCommand(`/start ${code}`) ?? "")).toMatchObject({ kind: "procedure" });
  });

  it("keeps to the 64 bytes of a payload", () => {
    for (const command of [`/tra_cuu ${"A".repeat(200)}`, `/start ${"a".repeat(200)}`, `/start g-${"a".repeat(200)}`])
      expect(Buffer.byteLength(readCommand(command) ?? "")).toBeLessThanOrEqual(64);
  });
});

describe("saidIn", () => {
  const said = (more: Partial<Inbound>) => saidIn({ ...inboundOf(""), ...more });

  it("is what was typed", () => {
    expect(said({ text: "khai sinh" })).toBe("khai sinh");
  });

  it("is the caption where nothing else was said", () => {
    expect(said({ kind: "media", media: { type: "photo", caption: "giấy này là gì" } })).toBe("giấy này là gì");
    expect(said({ text: "khai sinh", media: { type: "photo", caption: "x" } })).toBe("khai sinh");
    expect(said({ kind: "media", media: { type: "photo" } })).toBe("");
  });

  it("is a hello when somebody opens the conversation", () => {
    expect(said({ kind: "follow" })).toBe("#h/start");
  });
});

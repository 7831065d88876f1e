import { describe, expect, it } from "vitest";
import { FACETS } from "../../../src/core/procedure.ts";
import { DRAFT, readStaffPayload, staffPayload } from "../../../src/skills/staff/payload.ts";

describe("staff payloads", () => {
  it("come back as they were made", () => {
    expect(readStaffPayload(DRAFT)).toEqual({ kind: "draft" });
    expect(readStaffPayload(staffPayload("1.001193"))).toMatchObject({
      kind: "procedure",
      code: "1.001193",
      facets: [],
    });
    expect(readStaffPayload(staffPayload("1.001193", ["fee", "time"]))).toMatchObject({ facets: ["fee", "time"] });
  });

  it("keep to 64 bytes", () => {
    expect(Buffer.byteLength(staffPayload("phan-anh-kien-nghi-cua-nguoi-dan", FACETS))).toBeLessThanOrEqual(64);
  });

  it.each(["#s", "#s/", "#s/x/y/z", "#p/1.001193", "#s/1.001193/nothing", "s/1.001193", "#s/#s/1.001193", ""])(
    "%j is none",
    (text) => {
      expect(readStaffPayload(text)).toBeUndefined();
    },
  );
});

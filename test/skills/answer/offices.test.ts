import { describe, expect, it } from "vitest";
import { officesIn } from "../../../src/skills/answer/offices.ts";

const office = (name: string, ...serves: string[]) => ({ name, address: "", serves, source: "Quyết định" });
const commune = office("Thới Bình", "Thới Bình");
const province = office("Tỉnh", "tỉnh");
const offices = [commune, province];

describe("officesIn", () => {
  it("finds the office of a commune named, with marks or without", () => {
    expect(officesIn("khai sinh ở xã Thới Bình", { level: ["xã"] }, offices)).toEqual([commune]);
    expect(officesIn("khai sinh o thoi binh", { level: ["xã"] }, offices)).toEqual([commune]);
  });

  it("finds the office of the province for what the province does", () => {
    expect(officesIn("nộp ở đâu", { level: ["tỉnh"] }, offices)).toEqual([province]);
    expect(officesIn("nộp ở đâu", { level: ["xã"] }, offices)).toEqual([]);
  });

  it("does not find a name inside another word", () => {
    expect(officesIn("thới bìnhan", { level: ["xã"] }, offices)).toEqual([]);
  });
});

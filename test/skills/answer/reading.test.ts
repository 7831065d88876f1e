import { describe, expect, it } from "vitest";
import { read } from "../../../src/skills/answer/reading.ts";
import { again, birth, finding, turnOf } from "../fixture.ts";

const both = [birth, again];
const facets = ({ asked }: Awaited<ReturnType<typeof read>>) => asked.map(({ facet }) => facet);

describe("read", () => {
  it("tells a need of its own from going on", async () => {
    expect((await read(turnOf(""), "lệ phí khai sinh")).topic).toBe("own");
    expect((await read(turnOf(""), "thế còn lệ phí")).topic).toBe("same");
  });

  it("reads facets as typed", async () => {
    expect(facets(await read(turnOf(""), "lệ phí khai sinh"))).toEqual(["fee"]);
  });

  it("reads facets that only show when spelled out", async () => {
    const search = finding(both, "sure", { understood: "dang ky ket hon bao nhieu tien + hon thu" });
    const reading = await read(turnOf("", { search }), "dk kh bn tien");
    expect(facets(reading)).toEqual(["fee"]);
  });

  it("joins both when typing is mixed", async () => {
    const search = finding(both, "sure", { understood: "mo cong ty truc tuyen may ngay" });
    expect(facets(await read(turnOf("", { search }), "mở cty onl mấy ngày"))).toEqual(["time", "online"]);
  });

  it("does not read glossary words as typed", async () => {
    const search = finding(both, "sure", { understood: "giay khai sanh + le phi" });
    expect(facets(await read(turnOf("", { search }), "giấy khai sanh"))).toEqual([]);
  });

  it("leaves a refused procedure out, and is not sure any more when it was the first", async () => {
    const turn = turnOf("", { search: finding(both, "sure") });
    const { ranking } = await read(turn, "khai sinh", birth.code);
    expect(ranking.hits.map(({ procedure }) => procedure)).toEqual([again]);
    expect(ranking.verdict).toBe("unsure");
  });

  it("stays sure when the refused was not the first", async () => {
    const { ranking } = await read(turnOf("", { search: finding(both, "sure") }), "khai sinh", again.code);
    expect(ranking.verdict).toBe("sure");
  });

  it("finds nothing when the only one is refused", async () => {
    const { ranking } = await read(turnOf("", { search: finding([birth], "sure") }), "khai sinh", birth.code);
    expect(ranking.verdict).toBe("none");
  });
});

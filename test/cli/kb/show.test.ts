import { describe, expect, it } from "vitest";
import { lookUp, procedureText, showCommand } from "../../../src/cli/kb/show.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { fileOf, folderWith, procedureFile } from "../../knowledge/folder.ts";
import { run } from "./run.ts";

const FOLDER = folderWith({
  "procedures/a/1.001193.md": procedureFile({
    aliases: "[làm giấy khai sanh, khai sinh]",
    fees: "\n  - {when: Đúng hạn, amount: 0}\n  - {when: Trễ hạn, amount: null, note: hỏi quầy}\n  - {when: Bản sao, amount: 8000, unit: đồng/bản, from: 2025-07-01, to: 2026-12-31, condition: tại quầy, law: 281/2016/TT-BTC}",
    time: "\n  - {when: Thường, value: 1 ngày}\n  - {when: Khác, value: null, note: hỏi quầy}",
    uncertain: "\n  - {about: fee, text: Chưa rõ mức}",
    replaces: '\n  - {code: "1.000001", from: 2026-08-17}\n  - {code: "1.000002"}',
    sources: "\n  - {title: Cổng, date: 2026-07-20}\n  - {title: Luật}",
    effectiveFrom: "2026-08-17",
  }),
  "procedures/a/1.000002.md": fileOf("1.000002", { name: "Thủ tục cũ", effectiveTo: "2026-08-16" }),
});

describe("kb show", () => {
  it("shows everything known of a procedure", async () => {
    const { printed, exitCode } = await run(showCommand(), "1.001193", "--knowledge", FOLDER);
    expect(exitCode).toBe(0);
    for (const part of [
      "1.001193  Đăng ký khai sinh",
      "Còn gọi là   làm giấy khai sanh; khai sinh",
      "Lĩnh vực     Hộ tịch · cấp xã",
      "Trên mạng    làm trọn trên mạng",
      "Hiệu lực     từ 2026-08-17",
      "Nguồn        Cổng (2026-07-20); Luật",
      "  • Thường: 1 ngày",
      "  • Khác: chưa biết – hỏi quầy",
      "  • Đúng hạn: không thu",
      "  • Trễ hạn: chưa biết – hỏi quầy",
      "  • Bản sao: 8.000 đồng/bản – tại quầy – từ 2025-07-01 đến 2026-12-31 – 281/2016/TT-BTC",
      "  • 60/2014/QH13 – Luật Hộ tịch",
      "  • Chưa rõ mức",
      "Giấy tờ cần có\n- Tờ khai đăng ký khai sinh",
    ])
      expect(printed).toContain(part);
  });

  it("leads from an old code to the new one", async () => {
    const { printed, exitCode } = await run(showCommand(), "1.000001", "--knowledge", FOLDER);
    expect(printed).toContain("Mã 1.000001 đã được 1.001193 (Đăng ký khai sinh) thay từ 2026-08-17.");
    expect(printed).toContain("1.001193  Đăng ký khai sinh");
    expect(exitCode).toBe(0);
  });

  it("shows an old procedure that still has its file, and says what replaced it", async () => {
    const found = lookUp(await loadKnowledge([FOLDER]), "1.000002");
    expect(found.status).toBe("replaced");
    expect(found.text).toContain("Mã 1.000002 đã được 1.001193 (Đăng ký khai sinh) thay.");
    expect(found.text).toContain("Thủ tục cũ");
  });

  it("says that it does not know a code, and exits with 1", async () => {
    const outcome = await run(showCommand(), "9.999999", "--knowledge", FOLDER);
    expect(outcome).toEqual({ printed: "Không có tệp nào mang mã 9.999999.", exitCode: 1 });
  });

  it("leaves out what a procedure does not have", async () => {
    const { procedures } = await loadKnowledge([folderWith({ "procedures/a/1.001193.md": procedureFile() })]);
    const procedure = procedures.get("1.001193");
    const text = procedure ? procedureText(procedure) : "";
    for (const label of ["Còn gọi là", "Hiệu lực", "Chưa chắc"]) expect(text).not.toContain(label);
  });
});

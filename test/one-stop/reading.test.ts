import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCgate } from "../../src/one-stop/cgate.ts";
import { Unusable } from "../../src/one-stop/down.ts";
import { readIgate } from "../../src/one-stop/igate.ts";
import { readNational } from "../../src/one-stop/national.ts";
import { CODES, inventDossiers } from "../stand-ins/one-stop/dossiers.ts";
import { igatePublicRecord } from "../stand-ins/one-stop/views.ts";

const CODE = "000.00.01.H12-260105-0001";
/** As github.com/phake-studio/mcp-dichvucong shows it; all invented. */
const SHOWN = {
  id: "650000000000000000000001",
  code: CODE,
  applicant: { data: { fullname: "NGUYỄN VĂN A" } },
  procedure: { id: "1", translate: [{ languageId: 228, name: "Đăng ký khai sinh" }] },
  statusCurrentTask: "Đang xử lý",
  applyMethod: { id: 0, name: "Trực tuyến" },
  appliedDate: "2026-01-05T09:46:47.000+0700",
  appointmentDate: "2026-01-12T17:00:00.000+0700",
  completedDate: null,
};
const igate = (record: object) => readIgate({ content: [record] }, CODE);

describe("an answer of iGate", () => {
  it("is read", () => {
    expect(igate(SHOWN)).toEqual({
      code: CODE,
      state: "processing",
      stateName: "Đang xử lý",
      procedure: "Đăng ký khai sinh",
      applicant: "NGUYỄN VĂN A",
      submittedAt: new Date("2026-01-05T02:46:47Z"),
      dueAt: new Date("2026-01-12T10:00:00Z"),
    });
  });

  it("of its second search is read as well", () => {
    const held = inventDossiers(new Date("2026-11-24T03:00:00Z"), () => 0.3, 0).get(CODES.processing);
    if (held === undefined) throw new Error("no such dossier");
    expect(readIgate({ content: [igatePublicRecord(held)], last: true }, CODES.processing)).toMatchObject({
      state: "processing",
      applicant: held.applicant,
      office: held.office,
      procedure: held.procedure,
      dueAt: held.dueAt,
      proof: { kind: "identity", lastFour: held.identity.slice(-4) },
    });
  });

  it.each([
    [
      "an array of languages",
      [
        { languageId: 46, name: "Processing" },
        { languageId: 228, name: "Đang xử lý" },
      ],
    ],
    ["an object", { id: 2, name: "Đang xử lý" }],
    ["an object with languages", { name: [{ languageId: 228, name: "Đang xử lý" }] }],
    ["an object with translations", { translate: [{ languageId: 228, name: "Đang xử lý" }] }],
    ["an array without languages", [{ name: "Đang xử lý" }]],
    ["an array of texts", ["Đang xử lý"]],
    ["a text with blanks and line breaks", "  Đang\n xử lý "],
  ])("may give a name as %s", (_, statusCurrentTask) => {
    expect(igate({ ...SHOWN, statusCurrentTask })).toMatchObject({ state: "processing", stateName: "Đang xử lý" });
  });

  it("prefers the name that tells a state", () => {
    const record = { ...SHOWN, statusCurrentTask: "Bước 2", dossierStatus: { id: 4, name: "Có kết quả" } };
    expect(igate(record)).toMatchObject({ state: "result_ready", stateName: "Có kết quả" });
  });

  it("keeps a due date that is none as it is written", () => {
    const found = igate({ ...SHOWN, appointmentDate: "sau khi bổ sung" });
    expect(found).toMatchObject({ dueText: "sau khi bổ sung" });
    expect(found).not.toHaveProperty("dueAt");
  });

  it.each([
    [{ data: { identityNumber: "096090001234", phoneNumber: "0912345678" } }, { kind: "identity", lastFour: "1234" }],
    [{ data: { phoneNumber: "0912 345 678" } }, { kind: "phone", lastFour: "5678" }],
    [{ data: { identityNumber: "000000000000", phoneNumber: "0912345678" } }, { kind: "phone", lastFour: "5678" }],
    [
      { name: "A", identityNumber: "********1234" },
      { kind: "identity", lastFour: "1234" },
    ],
    [{ data: { identityNumber: "0960********" } }, undefined],
    [{ data: { identityNumber: "1234" } }, undefined],
    [{ data: { identityNumber: null } }, undefined],
    ["NGUYỄN VĂN A", undefined],
    [null, undefined],
  ])("with the applicant %j is proved by %j", (applicant, proof) => {
    expect(igate({ ...SHOWN, applicant })?.proof).toEqual(proof);
  });

  it("tells of this dossier alone", () => {
    const other = { ...SHOWN, code: "000.00.01.H12-260105-0002", statusCurrentTask: "Có kết quả" };
    expect(readIgate({ content: [other, SHOWN] }, CODE)?.state).toBe("processing");
    expect(readIgate({ content: [other] }, CODE)).toBeUndefined();
    expect(readIgate({ content: [{ ...SHOWN, code: CODE.toLowerCase() }] }, CODE)?.state).toBe("processing");
    const { code: _, ...nameless } = SHOWN;
    expect(readIgate({ content: [nameless] }, CODE)?.state).toBe("processing");
    expect(readIgate({ content: [nameless, nameless] }, CODE)).toBeUndefined();
  });

  it("may be empty, a single record, or a bare list", () => {
    expect(readIgate({ content: [] }, CODE)).toBeUndefined();
    expect(readIgate({ content: null }, CODE)).toBeUndefined();
    expect(readIgate({ content: SHOWN }, CODE)?.state).toBe("processing");
    expect(readIgate([SHOWN], CODE)?.state).toBe("processing");
  });

  it.each([
    null,
    3,
    "x",
    {},
    { content: 3 },
    { content: [3] },
    { content: [{}] },
    { content: [{ id: 1 }] },
    { error: "x" },
  ])("that is none is not usable: %j", (answer) => {
    expect(() => readIgate(answer, CODE)).toThrow(Unusable);
  });

  it("is read with any field missing or odd", () => {
    const odd = fc.oneof(fc.constant(null), fc.constant(undefined), fc.jsonValue());
    const fields = fc.dictionary(fc.constantFrom(...Object.keys(SHOWN).slice(2), "agency", "dueDate"), odd);
    fc.assert(
      fc.property(fields, (changes) => {
        expect(igate({ ...SHOWN, ...changes })?.code).toBe(CODE);
      }),
    );
  });
});

describe("an answer of CGATE", () => {
  const shown = {
    tenhoso: "Đăng ký khai sinh",
    ngaynhan: "05/01/2026",
    ngayhen: "12/01/2026",
    ngayxulyxong: null,
    ngaytraketqua: null,
    tinhtrang_hoso: "Đang xử lý",
    tccn_ten: "NGUYỄN VĂN A",
    tccn_diachi: "ấp 1",
    socmnd: "0000000000",
    nguoinhan: null,
  };

  it("is read, as an array or a single object", () => {
    const dossier = {
      code: CODE,
      state: "processing",
      stateName: "Đang xử lý",
      procedure: "Đăng ký khai sinh",
      applicant: "NGUYỄN VĂN A",
      submittedAt: new Date("2026-01-04T17:00:00Z"),
      dueAt: new Date("2026-01-11T17:00:00Z"),
    };
    expect(readCgate([shown], CODE)).toEqual(dossier);
    expect(readCgate(shown, CODE)).toEqual(dossier);
  });

  it("is read by the names of older versions", () => {
    const old = { ngaytiepnhan: "05/01/2026", message: "Đã trả kết quả", ttcn_socmnd_or_dkkd: "381234567" };
    expect(readCgate([old], CODE)).toEqual({
      code: CODE,
      state: "returned",
      stateName: "Đã trả kết quả",
      submittedAt: new Date("2026-01-04T17:00:00Z"),
      proof: { kind: "identity", lastFour: "4567" },
    });
  });

  it("may tell of none", () => {
    for (const none of [[], null]) expect(readCgate(none, CODE)).toBeUndefined();
    expect(readCgate([shown, shown], CODE)).toBeUndefined();
  });

  it.each([{}, [{}], [1], "x", { message: "Có lỗi xảy ra" }, { error: "x" }])(
    "that is none is not usable: %j",
    (answer) => {
      expect(() => readCgate(answer, CODE)).toThrow(Unusable);
    },
  );
});

describe("an answer of the National Portal", () => {
  const shown = { MaHoSo: CODE, TrangThaiHoSo: "4", NgayTiepNhan: "20260105094647", NgayHenTra: "20260112170000" };
  const read = (result: unknown) => readNational({ error_code: "0", result }, CODE);

  it("is read", () => {
    expect(read([shown])).toEqual({
      code: CODE,
      state: "processing",
      submittedAt: new Date("2026-01-05T02:46:47Z"),
      dueAt: new Date("2026-01-12T10:00:00Z"),
    });
    expect(read({ ...shown, TrangThaiHoSo: 10 })?.state).toBe("returned");
  });

  it("is proved by a person's number, not an organisation's", () => {
    const holder = { ...shown, MaDoiTuong: "096090001234", SoDienThoai: "0912345678" };
    expect(read([{ ...holder, LoaiDoiTuong: "1" }])?.proof).toEqual({ kind: "identity", lastFour: "1234" });
    expect(read([{ ...holder, LoaiDoiTuong: "2" }])?.proof).toEqual({ kind: "phone", lastFour: "5678" });
  });

  it("may tell of none, or of others", () => {
    for (const none of [[], null, undefined, [{ ...shown, MaHoSo: "H12-1" }]]) expect(read(none)).toBeUndefined();
  });

  it.each([null, "x", { result: 3 }, { result: [{}] }])("that is none is not usable: %j", (answer) => {
    expect(() => readNational(answer, CODE)).toThrow(Unusable);
  });
});

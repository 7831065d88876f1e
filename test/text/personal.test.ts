import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPersonal } from "../../src/text/personal.ts";

describe("maskPersonal takes away", () => {
  it.each([
    "0901234567",
    "090 123 4567",
    "0901.234.567",
    "0901-234-567",
    "0901 23 45 67",
    "(0290) 3831 111",
    "02903831111",
    "+84 901 234 567",
    "+84901234567",
    "84 901 234 567",
    "0084 901 234 567",
    "(+84) 901 234 567",
    "０９０１２３４５６７",
    "không chín không một hai ba bốn năm sáu bảy",
    "khong chin khong mot hai ba bon nam sau bay",
  ])("the telephone number %s", (phone) => {
    expect(maskPersonal(`gọi ${phone} giúp em`)).toBe("gọi ‹điện thoại› giúp em");
  });

  it.each([
    ["sdt0901234567nha", "sdt‹điện thoại›nha"],
    ["0901234567, 20.000 đồng", "‹điện thoại›, 20.000 đồng"],
    ["SĐT:0901234567.", "SĐT:‹điện thoại›."],
    ["số 0901234567/0911234567", "số ‹điện thoại›/‹điện thoại›"],
    ["0901234567,0911234567", "‹điện thoại›,‹điện thoại›"],
    ["0901234567.0911234567", "‹điện thoại›.‹điện thoại›"],
  ])("a number that stands close to other things: %s", (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
  });

  it.each([
    "096000000001",
    "096 000 000 001",
    "096.000.000.001",
    "381234567",
    "381 234 567",
    "9704 3611 2345 6789",
    "9704-3611-2345-6789",
    "9704361123456789012",
    "2000123456-001",
  ])("the identity, tax or card number %s", (number) => {
    expect(maskPersonal(`số ${number} của tôi`)).toMatch(/^số ‹(?:số|điện thoại)› của tôi$/);
  });

  it("an old identity number that looks like money, when the words say what it is", () => {
    expect(maskPersonal("CMND 381.234.567")).toBe("CMND ‹số›");
    expect(maskPersonal("381.234.567")).toBe("381.234.567");
  });

  it("e-mail addresses", () => {
    expect(maskPersonal("gửi lan.nguyen+1@mail.example.com, nhé")).toBe("gửi ‹email›, nhé");
  });

  it.each([
    ["Tôi tên Nguyễn Văn A muốn hỏi", "Tôi tên ‹tên› muốn hỏi"],
    ["con tên là Trần Ngọc Bảo An", "con tên là ‹tên›"],
    ["Họ và tên: TRẦN THỊ B", "Họ và tên: ‹tên›"],
    ["ông LÊ VĂN TÁM và bà Danh Thị Hoa", "ông ‹tên› và bà ‹tên›"],
    ["toi ten Nguyen Van An", "toi ten ‹tên›"],
    ["tôi tên nguyễn văn tám ở ấp 3", "tôi tên ‹tên› ở ấp 3"],
    ["Chồng tôi tên Huỳnh Quốc Việt", "Chồng tôi tên ‹tên›"],
  ])("names after a title: %s", (text, masked) => {
    expect(maskPersonal(text)).toBe(masked);
    expect(maskPersonal(text.normalize("NFD"))).toBe(masked);
  });

  it.each([
    "sinh ngày 05/06/1990",
    "sinh năm 1990",
    "ngày sinh: 5-6-1990",
    "sinh 2/3/24",
    "sinh ngày 5 tháng 6 năm 1990",
  ])("the date of birth: %s", (text) => {
    expect(maskPersonal(`con tôi ${text}.`)).toMatch(/^con tôi .*‹ngày sinh›\.$/);
  });

  it.each([
    ["000.00.01.H12-260105-0001", "000.00.01.H12-260105-****"],
    ["H12.01.02-260101-0001", "H12.01.02-260101-****"],
    ["G09.20-20260609-0092637", "G09.20-20260609-****"],
    ["h12.132 - 260804 - 0583", "h12.132 - 260804 - ****"],
  ])("the end of the dossier code %s", (code, masked) => {
    expect(maskPersonal(`hồ sơ ${code} tới đâu`)).toBe(`hồ sơ ${masked} tới đâu`);
  });
});

describe("maskPersonal leaves alone", () => {
  it.each([
    "158/2025/NĐ-CP, 1872/QĐ-BTP, 04/2020/TT-BTP, 1655/NQ-UBTVQH15, 26/2023/QH15",
    "thủ tục 1.001193 và 1.001193.000.00.00.H12",
    "lệ phí 1.500.000 đồng, 150.000đ, 8.000 đồng/bản, 1000000000 đồng, 1 000 000 đồng",
    "từ 5.000.000 đến 10.000.000 đồng, 2,5 triệu",
    "ngày 24/11/2026, 01-07-2025 15:30, 24.11.2026",
    "lúc 15:30 2026-11-24 10:30, 2026-11-24T10:30:00.123Z",
    "khai sinh ngày 24/11/2026 và khai sinh 2026",
    "năm 2024 2025 2026; giai đoạn 2021-2025 2026-2030",
    "sáng 7h30-11h30, chiều 13:30 - 17:00, tổng đài 1900 1234",
    "anh/chị, ông/bà, bà lý do gì, tên thủ tục, đường Nguyễn Trãi, Bà Rịa",
    "trong 3 ngày làm việc, 15 ngày, 1 bản chính, 2 ảnh 4x6",
    "id 5f0c2a3e-1234-4abc-8def-123456789012",
    "căn cước: lệ phí 10.000.000 đồng",
  ])("%s", (text) => {
    expect(maskPersonal(text)).toBe(text);
  });

  it("money, dates, laws and procedure codes of any value", () => {
    const grouped = (amount: number) => String(amount).replace(/\B(?=(\d{3})+$)/g, ".");
    const two = (number: number) => String(number).padStart(2, "0");
    const amount = fc.integer({ min: 0, max: 9e11 });
    const date = fc.record({
      d: fc.integer({ min: 1, max: 31 }),
      m: fc.integer({ min: 1, max: 12 }),
      y: fc.integer({ min: 1945, max: 2045 }),
    });
    const known = fc.oneof(
      amount.map((value) => `${grouped(value)} đồng`),
      amount.map((value) => `${value}đ`),
      date.map(({ d, m, y }) => `${two(d)}/${two(m)}/${y}`),
      date.map(({ d, m, y }) => `${y}-${two(m)}-${two(d)}`),
      date.map(({ d, y }) => `${d}/${y}/NĐ-CP`),
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 999_999 }))
        .map(([a, b]) => `${a}.${String(b).padStart(6, "0")}`),
    );
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 5 }), (parts) => {
        const text = `theo ${parts.join(", ")} nhé`;
        expect(maskPersonal(text)).toBe(text);
      }),
    );
  });
});

describe("maskPersonal of anything", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.stringMatching(/^[\d ./,:()+-]{1,30}$/),
    fc.constantFrom(
      "sinh ",
      "tên ",
      "Nguyễn ",
      "Văn ",
      "A",
      "CCCD ",
      " đồng",
      "H12-260101-0001",
      "\ud800",
      "a@b.co",
      "0901234567",
    ),
  );
  const anything = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(""));

  it("never throws, and masking again changes nothing", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const masked = maskPersonal(text);
        expect(maskPersonal(masked)).toBe(masked);
      }),
      { numRuns: 2_000 },
    );
  });

  it("leaves no Vietnamese telephone number, wherever it stands among words", () => {
    const digits = fc.stringMatching(/^0[35789]\d{8}$/);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zà-ỹ ,.]{0,20}$/),
        digits,
        fc.stringMatching(/^[ a-zà-ỹ]{0,20}$/),
        (a, phone, b) => {
          expect(maskPersonal(`${a} ${phone} ${b}`)).not.toContain(phone);
        },
      ),
    );
  });

  it.each(["1", "1 ", "a.", "0(", "không ", "tên ", "Nguyễn ", "sinh ", "1.", "H12-", "@a"])(
    "takes no more than linear time over and over %j",
    (unit) => {
      const start = performance.now();
      maskPersonal(unit.repeat(50_000));
      expect(performance.now() - start).toBeLessThan(1_000);
    },
  );
});

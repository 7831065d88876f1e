import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DOSSIER_STATES } from "../../src/core/one-stop.ts";
import { firstState, numberedState, stateOf } from "../../src/one-stop/states.ts";
import { STATE_NAMES } from "../stand-ins/one-stop/dossiers.ts";

describe("the state that a name means", () => {
  it.each(DOSSIER_STATES)("is %s for the National Portal's name", (state) => {
    expect(stateOf(STATE_NAMES[state])).toBe(state);
  });

  it.each([
    ["Chờ tiếp nhận", "submitted"],
    ["Chưa tiếp nhận", "submitted"],
    ["Mới nộp", "submitted"],
    ["Đã tiếp nhận", "accepted"],
    ["Được tiếp nhận", "accepted"],
    ["Đã từ chối xử lý", "rejected"],
    ["Từ chối tiếp nhận", "rejected"],
    ["Không tiếp nhận", "rejected"],
    ["Không đủ điều kiện giải quyết", "rejected"],
    ["Thụ lý hồ sơ", "processing"],
    ["Đang thụ lý", "processing"],
    ["Đang giải quyết", "processing"],
    ["Chờ phê duyệt", "processing"],
    ["Trình ký", "processing"],
    ["Đã bổ sung", "processing"],
    ["Chưa có kết quả", "processing"],
    ["Chờ bổ sung", "needs_documents"],
    ["Yêu cầu bổ sung giấy tờ", "needs_documents"],
    ["Chờ nộp tiền", "needs_payment"],
    ["Yêu cầu thanh toán", "needs_payment"],
    ["Chưa thanh toán", "needs_payment"],
    ["Yêu cầu nộp phí", "needs_payment"],
    ["Đã rút không nộp", "withdrawn"],
    ["Rút hồ sơ", "withdrawn"],
    ["Tạm dừng", "stopped"],
    ["Dừng xử lý", "stopped"],
    ["Dừng giải quyết", "stopped"],
    ["Có kết quả", "result_ready"],
    ["Đã xử lý", "result_ready"],
    ["Đã xử lý đúng hạn", "result_ready"],
    ["Chờ trả kết quả", "result_ready"],
    ["Chưa trả kết quả", "processing"],
    ["Đã trả kết quả", "returned"],
    ["ĐÃ TRẢ KẾT QUẢ", "returned"],
    ["Da tra ket qua", "returned"],
    ["Đã nhận kết quả", "returned"],
    ["Đã thanh toán", "unknown"],
    ["Đã xoá", "unknown"],
    ["Chuyển khâu 7B", "unknown"],
    ["", "unknown"],
  ] as const)("of %j is %s", (name, state) => {
    expect(stateOf(name)).toBe(state);
    expect(stateOf(name.normalize("NFD"))).toBe(state);
  });

  it("is unknown for no name", () => {
    expect(stateOf(undefined)).toBe("unknown");
  });

  it("is one of the eleven, whatever the name", () => {
    fc.assert(fc.property(fc.string(), (name) => DOSSIER_STATES.includes(stateOf(name))));
  });
});

describe("of several names", () => {
  it("the first that tells a state counts", () => {
    expect(firstState([undefined, "Bước 3", "Đang xử lý"])).toEqual({ state: "processing", stateName: "Đang xử lý" });
  });

  it("the first is kept when none does", () => {
    expect(firstState(["Bước 3", "Bước 4"])).toEqual({ state: "unknown", stateName: "Bước 3" });
    expect(firstState([undefined])).toEqual({ state: "unknown" });
  });
});

describe("a TrangThaiHoSo", () => {
  it("is a number from 1 to 10", () => {
    const states = Array.from({ length: 10 }, (_, i) => numberedState(String(i + 1)).state);
    expect(states).toEqual(DOSSIER_STATES.slice(0, 10));
  });

  it.each(["0", "11", "77", "4294967297"])("that is no such number is unknown: %s", (value) => {
    expect(numberedState(value)).toEqual({ state: "unknown" });
  });

  it("may be a name, or missing", () => {
    expect(numberedState("Đang xử lý")).toEqual({ state: "processing", stateName: "Đang xử lý" });
    expect(numberedState(undefined)).toEqual({ state: "unknown" });
  });
});

import { DOSSIER_STATES } from "../../../src/core/one-stop.ts";
import type { HeldDossier } from "./dossiers.ts";

/** A name as iGate writes it: in several languages, as an object, or plain. 228 is Vietnamese, 46 English. */
function named(value: string, form: HeldDossier["names"]): unknown {
  if (form === "text") return value;
  const names = [
    { languageId: 46, name: "In English" },
    { languageId: 228, name: value },
  ];
  return form === "array" ? names : { id: "650000000000000000000009", name: value };
}

/** ISO with an offset without colon, as iGate writes it. */
function iso(date: Date | undefined, offset: HeldDossier["offset"]): string | null {
  if (date === undefined) return null;
  const shifted = new Date(date.getTime() + (offset === "+0700" ? 7 * 3_600_000 : 0));
  return shifted.toISOString().replace("Z", offset);
}

/** The date in Vietnam, `[yyyy, MM, dd, HH, mm, ss]`. */
function parts(date: Date): string[] {
  return new Date(date.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).split(/[-T:]/);
}

/** One of `content` of `GET /pa/dossier-search/dvc`. */
export function igateRecord(one: HeldDossier): unknown {
  return {
    id: "650000000000000000000001",
    code: one.code,
    applicant: { data: { fullname: one.applicant, identityNumber: one.identity, phoneNumber: one.phone } },
    procedure: { id: "5f", translate: [{ languageId: 228, name: one.procedure }] },
    statusCurrentTask: named(one.stateName, one.names),
    applyMethod: { id: 0, name: "Trực tuyến" },
    agency: { id: "1", code: "H12", name: named(one.office, one.names) },
    appliedDate: iso(one.submittedAt, one.offset),
    appointmentDate: iso(one.dueAt, one.offset),
    completedDate: iso(one.completedAt, one.offset),
  };
}

/** One of `content` of the second public search, `GET …/dossier/--public`. */
export function igatePublicRecord(one: HeldDossier): unknown {
  return {
    id: "650000000000000000000001",
    code: one.code,
    dossierStatus: { id: 2, name: named(one.stateName, one.names) },
    applicant: { id: "1", name: one.applicant, identityNumber: one.identity },
    agency: one.office,
    agencyAddress: one.address,
    procedure: { id: "5f", name: one.procedure },
    createdDate: iso(one.submittedAt, one.offset),
    acceptedDate: iso(one.submittedAt, one.offset),
    appointmentDate: iso(one.dueAt, one.offset),
    completedDate: iso(one.completedAt, one.offset),
    returnedDate: null,
  };
}

/** One of the answer of `GET /api/hoso/tracuuhoso`. */
export function cgateRecord(one: HeldDossier): unknown {
  const day = (date: Date | undefined) => (date ? parts(date).slice(0, 3).reverse().join("/") : null);
  return {
    tenhoso: one.procedure,
    ngaynhan: day(one.submittedAt),
    ngayhen: day(one.dueAt),
    ngayxulyxong: day(one.completedAt),
    ngaytraketqua: one.state === "returned" ? day(one.completedAt) : null,
    tinhtrang_hoso: one.stateName,
    tccn_ten: one.applicant,
    tccn_diachi: one.address,
    socmnd: one.identity,
    nguoinhan: null,
  };
}

/** One of `result` of the service TraCuuHoSo. */
export function nationalRecord(one: HeldDossier): unknown {
  const digits = (date: Date | undefined) => (date ? parts(date).join("") : "");
  return {
    MaHoSo: one.code,
    TenTTHC: one.procedure,
    ChuHoSo: one.applicant,
    LoaiDoiTuong: "1",
    MaDoiTuong: one.identity,
    SoDienThoai: one.phone,
    DonViXuLy: one.office,
    NgayTiepNhan: digits(one.submittedAt),
    NgayHenTra: digits(one.dueAt),
    NgayKetThucXuLy: digits(one.completedAt),
    TrangThaiHoSo: one.state === "unknown" ? "77" : String(DOSSIER_STATES.indexOf(one.state) + 1),
    GhiChu: `Liên hệ ${one.phone}`,
  };
}

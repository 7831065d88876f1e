import { z } from "zod";

/** Sentences of the fields say how to write them; `issues.ts` puts the field's name in front. */

/** A text with something in it; runs of white space become one space. */
export const text = z
  .string("phải là chữ; số thì đặt trong dấu nháy kép")
  .transform((value) => (/\s{2}|[^\S ]|^ | $/.test(value) ? value.replace(/\s+/g, " ").trim() : value))
  .refine((value) => value !== "", "đang để trống");

/** National procedure code, or a lower-case name for a rule that has no code of its own. */
export const code = z
  .string('phải đặt trong dấu nháy kép, như "1.001193"')
  .regex(/^(\d\.\d{6}|[a-z][a-z0-9-]*)$/, 'phải viết như "1.001193": một số, dấu chấm, sáu số');

/** A calendar day that exists, `YYYY-MM-DD`. */
export const day = z
  .string("phải viết năm-tháng-ngày, như 2026-08-15")
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "phải viết năm-tháng-ngày, như 2026-08-15", abort: true })
  .refine(isDay, "là ngày không có trên lịch");

/** A web address, http or https only. */
export const link = z
  .string("phải là địa chỉ trang mạng")
  .regex(
    /^https?:\/\/[^\s/]+\.[^\s]+$/,
    "phải là địa chỉ trang mạng bắt đầu bằng https:// hoặc http://, không có khoảng trắng",
  );

/** Whole đồng; 0 is free of charge, null unknown. */
export const amount = z
  .int("phải là số đồng viết liền, không dấu chấm, không chữ, như 8000; chưa biết thì viết null")
  .min(0, "không thể nhỏ hơn 0")
  .nullable();

/** What an amount counts: "đồng", "đồng/bản". */
export const unit = z
  .string("phải là chữ, như đồng/bản")
  .regex(/^đồng(\/.+)?$/, 'phải bắt đầu bằng "đồng", như đồng/bản; tiền nước ngoài thì viết trong note');

/** A duration with its unit; null when unknown. */
export const duration = z
  .union([z.string(), z.null()], 'phải có đơn vị, như "3 ngày làm việc"; chưa biết thì viết null')
  .refine(
    (value) => value === null || !/^[\d\s.,/-]*$/.test(value),
    'phải có đơn vị, như "3 ngày làm việc"; chưa biết thì viết null',
  );

/** A list that must be there, even if empty. */
export function list<T extends z.ZodType>(item: T) {
  return z.array(item, "phải là danh sách, mỗi dòng một gạch đầu dòng");
}

/** A list with at least one item. */
export function some<T extends z.ZodType>(item: T) {
  return list(item).min(1, "phải có ít nhất một dòng");
}

/** A list that may be empty or absent. */
export function any<T extends z.ZodType>(item: T) {
  return list(item).default([]);
}

/** True for a period that does not end before it begins. */
export function ordered({ from, to }: { from?: string; to?: string }): boolean {
  return from === undefined || to === undefined || from <= to;
}

/** The fault of a period that is not `ordered`, told at its end. */
export const ORDER = { path: ["to"], message: "nằm trước ngày bắt đầu" };

/** True for a calendar day that exists, written `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

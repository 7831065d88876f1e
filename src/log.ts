import { type DestinationStream, type Logger, pino } from "pino";
import { isSecretName, maskCredentials } from "./text/credentials.ts";
import { maskPersonal } from "./text/personal.ts";

/**
 * The log of the whole service: JSON lines on standard output. What is about to be written is masked as a whole – messages,
 * fields, errors, bindings of children – so that no caller can forget it.
 * @param level one of pino's, or `silent`
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  return pino({ level, base: null, hooks: { streamWrite: maskLine } }, destination ?? pino.destination());
}

/** One JSON line without secrets and personal data; fields with the names of secrets are dropped. */
export function maskLine(line: string): string {
  try {
    return `${JSON.stringify(JSON.parse(line, mask))}\n`;
  } catch {
    return maskText(line);
  }
}

function mask(name: string, value: unknown): unknown {
  if (isSecretName(name)) return undefined;
  return typeof value === "string" ? maskText(value) : value;
}

function maskText(text: string): string {
  return maskPersonal(maskCredentials(text));
}

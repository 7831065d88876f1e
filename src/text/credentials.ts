/**
 * Takes secrets out of a text: tokens in addresses of the Bot APIs, in queries, headers and forms, and passwords in
 * addresses of databases.
 */

const HIDDEN = "‹secret›";

const PATTERNS: readonly RegExp[] = [
  // https://core.telegram.org/bots/api#making-requests; the Zalo Bot Platform has the same form
  /(\/bot)\d+:[\w-]+/g,
  /((?:^|[\s"'`=(]))\d{5,}:[\w-]{20,}/g,
  /(\b(?:bearer|basic)\s+)[\w.~+/=-]{6,}/gi,
  /(\b[\w-]*(?:token|secret|secret_key|password|passwd|api_?key|appsecret_proof|code_verifier)["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,
  /(\b[a-z][a-z\d+.-]*:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/gi,
];

/** The text without secrets. Masking a masked text changes nothing; never throws. */
export function maskCredentials(text: string): string {
  if (!/[:=\s]/.test(text)) return text;
  return PATTERNS.reduce((masked, pattern) => masked.replace(pattern, `$1${HIDDEN}`), text);
}

const SECRET_NAME =
  /^(?:authorization|proxy-authorization|cookie|set-cookie|body|headers?)$|token|secret|passw|api_?key|proof|verifier/i;

/** Whether what stands under this name (of a header, a field) must be shown to nobody. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

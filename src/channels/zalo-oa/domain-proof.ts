/** A page that proves to Zalo that a domain is ours. */
export interface DomainProof {
  /** Path of the GET route. */
  readonly path: string;
  readonly html: string;
}

const CODE = /^[\w-]{1,128}$/;

/**
 * The page for the code that the console shows (setting ZALO_VERIFIER); both of its ways to look are served: the file's
 * name, and the mark in it.
 * @returns undefined for what is no such code
 */
export function domainProof(code: string): DomainProof | undefined {
  if (!CODE.test(code)) return undefined;
  return {
    path: `/zalo_verifier${code}.html`,
    html: `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="zalo-platform-site-verification" content="${code}">
<title>Xác thực tên miền</title>
</head>
<body></body>
</html>
`,
  };
}

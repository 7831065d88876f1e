const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Where the page is: by itself, or in a frame of somebody else's site. Each has a conversation of its own, since browsers
 * keep the cookies of a foreign frame apart.
 */
export type Place = "page" | "frame";

const NAMES: Readonly<Record<Place, string>> = { page: "conversation", frame: "framed-conversation" };

/** The conversation that the `Cookie` header names; undefined when it names none, or not one of ours. */
export function readConversation(header: string | undefined, place: Place = "page"): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const [name, value] = pair.trim().split("=");
    if (name === NAMES[place] && value !== undefined && ID.test(value)) return value;
  }
  return undefined;
}

/**
 * The `Set-Cookie` header that makes the browser keep the conversation until it is closed, and tell no script and no other
 * site. In a foreign frame browsers take only cookies that are SameSite=None, Secure and Partitioned
 * (developer.mozilla.org/docs/Web/Privacy/Guides/Privacy_sandbox/Partitioned_cookies).
 */
export function writeConversation(id: string, secure: boolean, place: Place = "page"): string {
  const foreign = secure && place === "frame";
  const attributes = foreign ? "SameSite=None; Secure; Partitioned" : `SameSite=Strict${secure ? "; Secure" : ""}`;
  return `${NAMES[place]}=${id}; Path=/; HttpOnly; ${attributes}`;
}

const NAME = "conversation";
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The conversation that the `Cookie` header names; undefined when it names none, or not one of ours. */
export function readConversation(header: string | undefined): string | undefined {
  for (const pair of (header ?? "").split(";")) {
    const [name, value] = pair.trim().split("=");
    if (name === NAME && value !== undefined && ID.test(value)) return value;
  }
  return undefined;
}

/** The `Set-Cookie` header that makes the browser keep the conversation until it is closed, and tell no script. */
export function writeConversation(id: string, secure: boolean): string {
  return `${NAME}=${id}; Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`;
}

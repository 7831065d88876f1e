import type { Origin, User } from "./update.ts";

/** First and last name as Telegram shows them. */
export function fullName({ first_name = "", last_name = "" }: Pick<User, "first_name" | "last_name">): string {
  return `${first_name} ${last_name}`.trim();
}

/** Who wrote a forwarded message first: a person, a person who hides the account, a group or a channel. */
export function originName({ sender_user, sender_user_name, sender_chat, chat }: Origin): string {
  return (sender_user && fullName(sender_user)) || sender_user_name || sender_chat?.title || chat?.title || "";
}

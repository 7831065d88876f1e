import { describe, expect, it } from "vitest";
import { both, broken, off, ok, warning } from "../../../src/cli/doctor/finding.ts";
import { table, withoutSecrets } from "../../../src/cli/doctor/report.ts";

const FINDINGS = [
  ok("Node", "20"),
  off("LLM", "LLM_MODEL"),
  warning("PORT", "w", "do a"),
  broken("REDIS_URL", "b", "do b"),
];

describe("table", () => {
  it("is a line each, with what to do below", () => {
    expect(table(FINDINGS, false)).toBe(
      [
        "✔ Node       20",
        "– LLM        đang tắt, đặt LLM_MODEL để bật · off, set LLM_MODEL to turn it on",
        "! PORT       w",
        "             → do a",
        "✖ REDIS_URL  b",
        "             → do b",
        "",
        "1 chỗ hỏng, 1 điều cần xem. · 1 broken, 1 to look at.",
      ].join("\n"),
    );
  });

  it("says so when all is well", () => {
    expect(table([ok("Node", "20")], false)).toMatch(/Mọi thứ đều tốt\. · Everything is fine\.$/);
  });

  it("colours the signs and nothing else", () => {
    expect(table([ok("Node", "20")], true)).toContain("\u001b[32m✔\u001b[39m Node  20");
  });
});

describe("withoutSecrets", () => {
  it("shows no token whole, wherever it slipped in", () => {
    const settings = {
      TELEGRAM_BOT_TOKEN: "1:abc",
      ZALO_APP_SECRET: "app-secret",
      LLM_API_KEY: "sk-12345",
      LLM_MODEL: "small",
    };
    const [clean] = withoutSecrets(
      [broken("x", "at https://a/bot1:abc/getMe with small", "not app-secret but sk-12345")],
      settings,
    );
    expect(clean?.says).toBe("at https://a/bot‹secret›/getMe with small");
    expect(clean?.remedy).toBe("not ‹ZALO_APP_SECRET› but ‹LLM_API_KEY›");
  });

  it("leaves what needs nothing done as it was", () => {
    expect(withoutSecrets([ok("a", both("một", "one"))], {})).toEqual([
      { about: "a", verdict: "ok", says: "một · one" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import {
  contactRequest,
  fileMessage,
  fitting,
  pictureMessage,
  textMessage,
} from "../../../src/channels/zalo-oa/messages.ts";

const fee = { label: "Lệ phí", send: "#p/1.001193/fee" };

describe("messages in the form of Zalo's documentation", () => {
  it("of words alone", () => {
    expect(textMessage("Xin chào <b>")).toEqual({ text: "Xin chào <b>" });
  });

  it("of words with buttons, without a type of template", () => {
    expect(textMessage("Chọn:", [fee])).toEqual({
      text: "Chọn:",
      attachment: {
        type: "template",
        payload: { buttons: [{ title: "Lệ phí", type: "oa.query.hide", payload: "#p/1.001193/fee" }] },
      },
    });
  });

  it("of an uploaded picture: never with an address", () => {
    expect(pictureMessage("Màn hình", "a-1")).toEqual({
      text: "Màn hình",
      attachment: {
        type: "template",
        payload: { template_type: "media", elements: [{ media_type: "image", attachment_id: "a-1" }] },
      },
    });
  });

  it("of an uploaded file", () => {
    expect(fileMessage("t-1")).toEqual({ attachment: { type: "file", payload: { token: "t-1" } } });
  });

  it("that ask for name and phone number, within their limits", () => {
    const request = { title: "á".repeat(101), subtitle: "b".repeat(501), imageUrl: "https://example.vn/a.png" };
    const element = { title: `${"á".repeat(99)}…`, subtitle: `${"b".repeat(499)}…`, image_url: request.imageUrl };
    expect(contactRequest(request)).toEqual({
      attachment: { type: "template", payload: { template_type: "request_user_info", elements: [element] } },
    });
  });
});

describe("buttons that Zalo would refuse", () => {
  it("are told apart", () => {
    const long = { label: "a", send: `#${"x".repeat(1_000)}` };
    const longest = { label: "a", send: `#${"x".repeat(999)}` };
    const unlabelled = { label: " ", send: "#a" };
    const silent = { label: "a", send: "" };
    expect(fitting([fee, long, longest, unlabelled, silent])).toEqual({
      fit: [fee, longest],
      unfit: [long, unlabelled, silent],
    });
  });
});

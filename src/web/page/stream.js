/** A break shorter than this is not worth a word, milliseconds. */
const QUIET = 2_500;
/** Where the browser has given up we try again after these, milliseconds. */
const WAITS = [1_000, 3_000, 10_000, 30_000];

/**
 * Follows the conversation at `address`. Tells each item once, `ready` when all that was there has been told, `stranger` when
 * there is no conversation yet, and whether it is connected. A hidden page lets go: browsers allow a site six connections
 * only, all tabs together, and phones save power.
 */
export function createStream(address, { item, ready, stranger, connected }) {
  let source;
  let wanted = false;
  let last;
  let tries = 0;
  let again;
  let lost;

  /** Connects, unless it is connected. */
  function open() {
    if (!source || source.readyState === EventSource.CLOSED) reopen();
  }

  /** Connects anew, and goes on after the last item. */
  function reopen() {
    wanted = true;
    close();
    if (document.hidden) return;
    const url = new URL(address, location.href);
    if (last) url.searchParams.set("after", last);
    source = new EventSource(url);
    source.addEventListener("open", () => {
      tries = 0;
      clearTimeout(lost);
      lost = undefined;
      connected(true);
    });
    source.addEventListener("message", ({ data, lastEventId }) => {
      last = lastEventId;
      item(JSON.parse(data));
    });
    source.addEventListener("ready", ready);
    source.addEventListener("stranger", () => {
      wanted = false;
      close();
      stranger();
    });
    source.addEventListener("error", broken);
  }

  function close() {
    clearTimeout(again);
    source?.close();
  }

  function broken() {
    lost ??= setTimeout(() => connected(false), navigator.onLine ? QUIET : 0);
    if (source.readyState !== EventSource.CLOSED) return;
    again = setTimeout(reopen, WAITS[Math.min(tries, WAITS.length - 1)]);
    tries++;
  }

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) close();
    else if (wanted) reopen();
  });
  window.addEventListener("online", () => wanted && reopen());
  window.addEventListener("offline", () => connected(false));
  return { open, reopen };
}

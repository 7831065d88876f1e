/** Whether the page is shown in the frame of another site. */
export const embedded = new URLSearchParams(location.search).has("embed");

/** An address of ours, told where the page is. */
export function addressOf(path) {
  return embedded ? `${path}?embed=1` : path;
}

if (embedded) {
  document.documentElement.classList.add("embedded");
  document.getElementById("alone").hidden = false;
  // Only that somebody wants out is told, so whoever frames us may hear it.
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") parent.postMessage("close", "*");
  });
}

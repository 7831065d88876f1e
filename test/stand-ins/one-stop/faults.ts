/** What a stand-in can do to a search instead of answering it. */
export type Fault =
  | { readonly kind: "status"; readonly status: number }
  /** A page for people, with status 200. */
  | { readonly kind: "html" }
  /** Nothing at all, with status 200. */
  | { readonly kind: "empty" }
  /** JSON, but of another kind. */
  | { readonly kind: "odd"; readonly body: unknown }
  /** The right answer, after so many milliseconds. */
  | { readonly kind: "slow"; readonly ms: number }
  /** No answer, ever. */
  | { readonly kind: "silent" }
  /** The beginning of an answer, and no end. */
  | { readonly kind: "half" }
  /** More than anybody would read. */
  | { readonly kind: "huge" }
  | { readonly kind: "cut" };

/** Faults to come, one a search; those for `always` stay. */
export class Faults {
  #planned: Fault[] = [];
  #always: Fault | undefined;

  plan(...faults: readonly Fault[]): void {
    this.#planned.push(...faults);
  }

  /** From now on every search fails so; none any more when absent. */
  always(fault?: Fault): void {
    this.#always = fault;
  }

  take(): Fault | undefined {
    return this.#planned.shift() ?? this.#always;
  }
}

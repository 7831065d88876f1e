/** Sends the update that was caused once more, as platforms do when they are not sure that it arrived. */
export type Repeat = () => void;

/** A picture and where it can be fetched. */
export interface Photo {
  readonly bytes: Uint8Array;
  readonly url: string;
}

export interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/** A message of the bot, as the phone shows it. */
export interface Received {
  /** Unique on the phone. */
  readonly id: string;
  readonly text: string;
  /** Labels of its buttons. */
  readonly buttons: readonly string[];
  readonly picture?: Uint8Array;
}

/** The phone of one person in one app, as the page operates it. */
export interface Handset {
  readonly name: string;
  readonly blocked: boolean;
  /** The platform's id of the person. */
  readonly id: string;
  /** Opens the talk for the first time. */
  begins(): Repeat;
  says(text: string): Repeat;
  /** Presses a button of a message received; undefined when there is none. */
  presses(message: string, button: number): Repeat | undefined;
  sendsPhoto(photo: Photo): Repeat;
  sharesPlace(place: Place): Repeat;
  forwards(text: string, writer: string): Repeat;
  blocks(): Repeat;
  unblocks(): Repeat;
  /** The bot's messages as they stand now, oldest first. */
  received(): readonly Received[];
}

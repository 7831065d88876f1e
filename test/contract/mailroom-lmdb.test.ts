import { openLmdb } from "../../src/storage/lmdb/open.ts";
import { temporaryFolder } from "../surroundings.ts";
import { mailroomContract } from "./mailroom.ts";

mailroomContract("LmdbMailroom", async () => {
  const folder = temporaryFolder();
  return (options) => openLmdb(folder, options).mailroom;
});

import { createHash, randomBytes, randomInt } from "node:crypto";
import { meetingLimits } from "@wijkbord/schema";

/** No letters and digits that look alike when read from a wall. */
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** A code that guests type: eight random characters. */
export const newCode = (): string => Array.from({ length: meetingLimits.codeLength }, () => alphabet[randomInt(alphabet.length)]).join("");
/** A secret that a calendar program keeps. */
export const newToken = (): string => randomBytes(32).toString("base64url");
/** What is kept of a code or token. */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");
/** The code as it was meant: spaces, dashes and capitals do not matter. */
export const typedCode = (code: string): string => code.toLowerCase().replace(/[\s-]/g, "");

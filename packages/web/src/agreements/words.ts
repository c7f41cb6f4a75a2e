import { defineWords } from "../language/words.ts";
import { english } from "./words.en.ts";
import { dutch } from "./words.nl.ts";

export const agreementWords = defineWords("agreements", dutch, english);

import { defineWords } from "../language/words.ts";
import { meetingWordsEn } from "./words.en.ts";
import { meetingWordsNl } from "./words.nl.ts";

export const meetingWords = defineWords("meetings", meetingWordsNl, meetingWordsEn);

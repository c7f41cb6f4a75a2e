import { defineWords } from "../language/words.ts";

export const personalDataWords = defineWords(
  "agreementPersonalData",
  {
    privacyWarning: "Hier lijken gegevens van een persoon te staan ({kinds}). Schrijf liever geen gegevens van bewoners op.",
    BSN: "BSN",
    ADDRESS: "adres",
    PHONE: "telefoonnummer",
    EMAIL: "e-mailadres",
  },
  {
    privacyWarning: "This looks like data of a person ({kinds}). Better do not write down data of residents.",
    BSN: "citizen number",
    ADDRESS: "address",
    PHONE: "phone number",
    EMAIL: "e-mail address",
  },
);

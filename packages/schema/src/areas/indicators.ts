/** An indicator that is imported, with the names of its column in files of CBS: last part of the header, letters and digits only. */
export interface IndicatorDefinition {
  readonly key: string;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly unit: string;
  readonly columns: readonly string[];
}

/** Who publishes the figures, and the licence. */
export const cbsSource = "CBS, Kerncijfers wijken en buurten, CC BY 4.0";

/** What is read from the key figures of CBS. */
export const indicatorDefinitions: readonly IndicatorDefinition[] = [
  { key: "residents", nameNl: "Inwoners", nameEn: "Residents", unit: "aantal", columns: ["aantalinwoners", "ainw"] },
  {
    key: "households",
    nameNl: "Huishoudens",
    nameEn: "Households",
    unit: "aantal",
    columns: ["huishoudenstotaal", "particulierehuishoudenstotaal", "aantalhuishoudens", "ahh"],
  },
  { key: "rentalShare", nameNl: "Huurwoningen", nameEn: "Rented homes", unit: "%", columns: ["huurwoningentotaal", "percentagehuurwoningen", "phuurw"] },
  {
    key: "corporationShare",
    nameNl: "Woningen van corporaties",
    nameEn: "Homes of housing corporations",
    unit: "%",
    columns: ["inbezitwoningcorporatie", "inbezitvanwoningcorporatie", "huurwoningeninbezitwoningcorporatie", "pwcorpw", "pwcorp"],
  },
  {
    key: "companies",
    nameNl: "Bedrijfsvestigingen",
    nameEn: "Business establishments",
    unit: "aantal",
    columns: ["bedrijfsvestigingentotaal", "aantalbedrijfsvestigingen", "abedv"],
  },
  {
    key: "gasUse",
    nameNl: "Gemiddeld aardgasverbruik per woning",
    nameEn: "Average use of natural gas per home",
    unit: "m³",
    columns: ["gemiddeldaardgasverbruiktotaal", "gemiddeldaardgasverbruik", "gemiddeldeaardgasleveringtotaal", "ggas"],
  },
  {
    key: "benefitRecipients",
    nameNl: "Personen met een bijstandsuitkering",
    nameEn: "People who receive social assistance",
    unit: "aantal",
    columns: ["personenpersoortuitkeringbijstand", "personenmeteenbijstandsuitkering", "asozwb"],
  },
];

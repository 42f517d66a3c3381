/** What a bill does when it is paid. */
export type EsamsatBehaviour =
  | "payable"
  | "already-paid"
  | "pending-then-confirmed"
  | "pending-then-refunded"
  | "refunded"
  /** MMBC has not heard of the first payment yet: a second invoice for the same bill is debited as well. */
  | "debited-each-time";

export interface EsamsatBill {
  readonly behaviour: EsamsatBehaviour;
  readonly product: string;
  /** NIK of the owner. */
  readonly customer_number: string;
  readonly customer_name: string;
  readonly customer_address: string;
  readonly structure_number: string;
  readonly license_plate: string;
  readonly vehicle_brand: string;
  readonly vehicle_model: string;
  readonly vehicle_color: string;
  readonly year_built: string;
  /** Whole rupiah, as all amounts. */
  readonly tax_pkb: number;
  readonly tax_swd: number;
  readonly penalty_pkb: number;
  readonly penalty_swd: number;
  readonly fee: number;
}

export interface EsamsatSeed {
  readonly accounts: readonly { readonly username: string; readonly password: string; readonly deposit: number }[];
  readonly products: readonly {
    readonly product: string;
    readonly product_code: string;
    readonly debet: string;
    readonly cashback: string;
    readonly status: "ON" | "OFF";
  }[];
  readonly bills: readonly EsamsatBill[];
}

const behaviours: readonly EsamsatBehaviour[] = [
  "payable",
  "already-paid",
  "pending-then-confirmed",
  "pending-then-refunded",
  "refunded",
  "debited-each-time",
];

/** The bills differ by the last digit of NIK and chassis number: 1 payable, 2 already paid, 3 to 6 as listed above. */
export const esamsatSeed: EsamsatSeed = {
  accounts: [
    { username: "dummy", password: "dummy123", deposit: 10_000_000 },
    { username: "empty", password: "dummy123", deposit: 0 },
  ],
  products: [
    { product: "SAMSAT_JABAR", product_code: "SAMSAT_JABAR", debet: "tagihan+5000", cashback: "2000", status: "ON" },
    { product: "SAMSAT_JATENG", product_code: "SAMSAT_JATENG", debet: "tagihan+5000", cashback: "2000", status: "OFF" },
  ],
  bills: behaviours.map((behaviour, index) => ({
    behaviour,
    product: "SAMSAT_JABAR",
    customer_number: `990111111111111${index + 1}`,
    customer_name: "CONTOH",
    customer_address: "KP CONTOHAYU DUA RT1 RW4 CONTOHSRI KAB BOGOR",
    structure_number: `MHZ99D999ZZ40100${index + 1}`,
    license_plate: "F 0000 X",
    vehicle_brand: "YAMAHA",
    vehicle_model: "28D (AL115S/MIO)",
    vehicle_color: "MERAH MARUN",
    year_built: "2010",
    tax_pkb: 143_500,
    tax_swd: 35_000,
    penalty_pkb: 0,
    penalty_swd: 0,
    fee: 5_000,
  })),
};

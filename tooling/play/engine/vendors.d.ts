/** Written for the bundle, from what the vendors' packages have. */
declare module "setor:vendors" {
  /** What makes the client of each vendor. */
  export const makers: Readonly<Record<string, (options: object) => object>>;
  /** What a vendor's package says of a photo, where it takes one. */
  export const checkPhotos: Readonly<
    Record<
      string,
      (img: Uint8Array) => {
        readonly bytes: number;
        readonly width: number | undefined;
        readonly height: number | undefined;
        readonly problems: readonly string[];
      }
    >
  >;
}

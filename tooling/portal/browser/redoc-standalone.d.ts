declare module "redoc-standalone" {
  export function init(definition: unknown, options: object, place: Element): void;
}

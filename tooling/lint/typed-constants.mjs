/** A constant has its type beside it: other tools take a schema without one for anything at all. */
export function typedConstants() {
  return {
    Schema(schema, { report, location }) {
      if (Object.hasOwn(schema, "const") && schema.type === undefined) {
        report({ message: "A const needs its type beside it.", location: location.child("const").key() });
      }
    },
  };
}

/** What a credential is called, wherever: such a field says whether it is one. */
const credential =
  /(user|pass(?!port|ed)|\bpin\b|key|token|secret|client_?id|auth|tenant|merchant|^mid$|credential|otp|agent_?code)/i;
/** What tells of a person, or of what is his. */
const personal =
  /(name|nama|address|alamat|nik|npwp|ktp|plate|nopol|phone|telp|telepon|(^|_)hp($|_)|mobile|passport|paspor|rekening|email|birth|lahir|customer|owner|taxpayer|chassis|rangka|structure_number)/i;

/**
 * A field whose name can mean a credential or a person says what it is: `x-sensitive` is `secret`, `personal` or, where
 * it is neither, `none`. No list of the vendors' fields: the next vendor has others.
 */
export function sensitiveFields() {
  return {
    Schema(schema, { report, location, resolve }) {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        check(name, resolve(property).node ?? property, property, report, location.child(["properties", name]));
      }
    },
    Parameter(parameter, { report, location, resolve }) {
      const schema = parameter.schema ?? {};
      check(parameter.name, resolve(schema).node ?? schema, schema, report, location);
    },
  };
}

function check(name, resolved, declared, report, location) {
  const candidates = [...(credential.test(name) ? ["secret"] : []), ...(personal.test(name) ? ["personal"] : [])];
  if (candidates.length === 0) return;
  const allowed = [...candidates, "none"];
  if (!allowed.includes(declared["x-sensitive"] ?? resolved["x-sensitive"])) {
    report({ message: `${name} must say x-sensitive: ${allowed.join(" or ")}.`, location });
  }
}

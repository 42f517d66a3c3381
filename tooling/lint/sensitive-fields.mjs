const secret =
  /^(username|password|key|tenant_code|client_id|client_secret|apikey|mID|accessToken|access_token|Authorization)$/i;
const personal =
  /^(customer_(name|address|number)|structure_number|license_plate|nik|noNpwp|nama|namaWp|alamat|alamatOp|taxpayer_(name|address)|img|qris_payment_customername)$/i;

/** Fields whose names say that they hold a secret or personal data are marked with x-sensitive. */
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
  const expected = secret.test(name) ? "secret" : personal.test(name) ? "personal" : undefined;
  const actual = declared["x-sensitive"] ?? resolved["x-sensitive"];
  if (expected !== undefined && actual !== expected) {
    report({ message: `${name} must be marked x-sensitive: ${expected}.`, location });
  }
}

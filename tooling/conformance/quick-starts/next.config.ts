/** The ledger stays outside of the bundle: it loads the driver of Postgres only when somebody uses Postgres. */
export default { serverExternalPackages: ["@setor/ledger"] };

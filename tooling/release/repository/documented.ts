import ts from "typescript";

/** A name that a package shows to its users, and the place where it stands. */
export interface Shown {
  readonly name: string;
  readonly documented: boolean;
}

/** Everything that an entry exports, and the members of what it exports, as deep as our own declarations go. */
export function listShown(entry: string, program: ts.Program): Shown[] {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} exports nothing.`);
  const seen = new Set<ts.Type>();

  const isOurs = (symbol: ts.Symbol) =>
    (symbol.declarations ?? []).some((declaration) => /[\\/]packages[\\/]/.test(declaration.getSourceFile().fileName));

  function documentedOf(symbol: ts.Symbol): boolean {
    return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() !== "";
  }

  function membersOf(type: ts.Type, path: string): Shown[] {
    if (seen.has(type)) return [];
    seen.add(type);
    if (type.isUnion()) return type.types.flatMap((part) => membersOf(part, path));
    if ((type.flags & ts.TypeFlags.Object) === 0 && !type.isIntersection()) return [];
    const own = type.getProperties().filter(isOurs);
    return own.flatMap((property) => {
      const name = `${path}.${property.name}`;
      const inner = property.valueDeclaration && checker.getTypeOfSymbol(property);
      const deeper = inner && inner.getCallSignatures().length === 0 ? membersOf(inner, name) : [];
      return [{ name, documented: documentedOf(property) }, ...deeper];
    });
  }

  return checker.getExportsOfModule(module).flatMap((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const isType = (symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class)) !== 0;
    const members = isType ? membersOf(checker.getDeclaredTypeOfSymbol(symbol), exported.name) : [];
    return [{ name: exported.name, documented: documentedOf(symbol) }, ...members];
  });
}

/** The sections of the vendor's document that an entry's interfaces name at a method: its `@see`s. */
export function readReferences(entry: string, program: ts.Program, method: string): string {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  const types = module === undefined ? [] : checker.getExportsOfModule(module);
  return types
    .map((exported) => (exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported))
    .flatMap((symbol) => symbol.members?.get(ts.escapeLeadingUnderscores(method)) ?? [])
    .flatMap((member) => member.getJsDocTags(checker))
    .flatMap(({ name, text }) => (name === "see" ? [ts.displayPartsToString(text)] : []))
    .join("\n");
}

export interface XmlNode {
  /** Local name, without prefix. */
  readonly name: string;
  /** From the root, with a position where siblings share the name: `/Invoice/InvoiceLine[2]/ID`. */
  readonly path: string;
  /** By their full names, namespace declarations included. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Own text, white space at the ends dropped. */
  readonly text: string;
}

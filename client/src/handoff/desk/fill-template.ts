/** What a template can speak of. */
export interface TemplateValues {
  readonly field: string;
  readonly value: string;
}

/** Puts the field's name and its value where a template says `{field}` and `{value}`; everything else stays as it is. */
export function fillTemplate(template: string, { field, value }: TemplateValues): string {
  return template.replaceAll(/\{(field|value)\}/g, (_whole, name: string) => (name === 'field' ? field : value));
}
